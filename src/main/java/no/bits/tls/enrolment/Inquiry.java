package no.bits.tls.enrolment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Table;

/**
 * One request to the applicant for what is missing or wrong.
 *
 * @param points what is asked for, one {@code RULE detail} a line
 * @param words what staff add in their own words; may be empty
 * @param askedBy the user who asked, or nothing where the request went out by itself
 * @param askedAt when
 * @param reminderDue when the applicant is reminded
 * @param lapseDue when the enrolment lapses
 * @param answeredBy the mail that answered it
 */
@Table("enrolment_request")
record Inquiry(String points, String words, @Nullable String askedBy, Instant askedAt, Instant reminderDue,
        Instant lapseDue, @Nullable Long answeredBy) {

    static Inquiry of(List<Finding> findings, String words, @Nullable String askedBy, Instant now,
            EnrolmentSettings settings) {
        return new Inquiry(findings.stream().map(Finding::code).collect(Collectors.joining("\n")), words.strip(),
                askedBy, now, now.plus(settings.reminderAfter()), now.plus(settings.lapseAfter()), null);
    }

    boolean isAutomatic() {
        return this.askedBy == null;
    }

    List<Finding> findings() {
        return this.points.isEmpty() ? List.of() : Arrays.stream(this.points.split("\n")).map(Finding::parse).toList();
    }

    Inquiry answered(long mailId) {
        return new Inquiry(this.points, this.words, this.askedBy, this.askedAt, this.reminderDue, this.lapseDue,
                mailId);
    }

}
