package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import no.bits.tls.document.FormField;

/**
 * Brings what an answer says into the form: new values win, but one that only repeats
 * what was read before never overwrites what staff corrected.
 *
 * @param current the form as it stands, with the corrections of staff
 * @param before the form as a machine had it after each earlier mail, oldest first
 * @param now the form as a machine has it with the new mail
 */
record Merge(EnrolmentForm current, List<EnrolmentForm> before, EnrolmentForm now) {

    EnrolmentForm result() {
        Map<FormField, String> values = new EnumMap<>(FormField.class);
        for (FormField field : FormField.values()) {
            values.put(field, value((isNew(field) ? this.now : this.current), field));
        }
        return new EnrolmentForm(values);
    }

    private boolean isNew(FormField field) {
        return !same(field, this.now, latest()) && !(isCorrected(field) && isOld(field));
    }

    private boolean isCorrected(FormField field) {
        return !same(field, this.current, latest());
    }

    private boolean isOld(FormField field) {
        return this.before.stream().anyMatch((form) -> same(field, form, this.now));
    }

    private EnrolmentForm latest() {
        return this.before.isEmpty() ? new EnrolmentForm(Map.of()) : this.before.get(this.before.size() - 1);
    }

    private static boolean same(FormField field, EnrolmentForm one, EnrolmentForm other) {
        return (field == FormField.DOMAIN) ? lines(one).equals(lines(other))
                : value(one, field).equals(value(other, field));
    }

    private static Set<String> lines(EnrolmentForm form) {
        return new TreeSet<>(Arrays.asList(value(form, FormField.DOMAIN).split("\n")));
    }

    private static String value(EnrolmentForm form, FormField field) {
        return form.value(field).orElse("");
    }

}
