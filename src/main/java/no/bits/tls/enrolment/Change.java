package no.bits.tls.enrolment;

import java.time.Instant;

import no.bits.tls.document.FormField;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A value of the form that an answer changed.
 *
 * @param field the field
 * @param was its value before; may be empty
 * @param became its value since; may be empty
 * @param mailId the answer
 * @param changedAt when
 */
@Table("enrolment_change")
record Change(FormField field, String was, String became, long mailId, Instant changedAt) {
}
