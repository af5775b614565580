package no.bits.tls.milestone;

import java.time.LocalDate;

import no.bits.tls.changepack.Attestation.Means;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param answer what was answered
 * @param words the reason, or what staff add; may be empty
 * @param newDate the day on which to ask again, with {@link MilestoneAnswer#MORE_TIME}
 * only
 * @param mayTest whether Bits may prove by connecting that TLS is enforced
 * @param listVersion the version of the Domain List that the participant has compared
 * @param means how it was given; null where staff speak for themselves
 */
record GivenAnswer(MilestoneAnswer answer, String words, @Nullable LocalDate newDate, boolean mayTest, long listVersion,
        @Nullable Means means) {

    /** Whether the participant itself asks for more time on its page. */
    boolean isExtension() {
        return this.answer == MilestoneAnswer.MORE_TIME && this.means == Means.PAGE;
    }

    /** Whether the participant says that it has compared its configuration. */
    boolean isComparison() {
        return this.means != null && (this.answer == MilestoneAnswer.DONE || this.answer == MilestoneAnswer.NOT_ABLE);
    }

}
