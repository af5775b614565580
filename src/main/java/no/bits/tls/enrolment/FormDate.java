package no.bits.tls.enrolment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A date as the form holds it: ISO 8601, {@code 2026-11-03}. */
final class FormDate {

    private FormDate() {
    }

    static boolean isDate(String text) {
        return parse(text).isPresent();
    }

    static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        }
        catch (DateTimeParseException ex) {
            return Optional.empty();
        }
    }

}
