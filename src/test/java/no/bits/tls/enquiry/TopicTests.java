package no.bits.tls.enquiry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.SenderAuthentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the words of a mail suggest to the person who sorts it. */
class TopicTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vi har fått ny administrator for ordningen | REGISTER_CHANGE
            Please note our new contact after the merger | REGISTER_CHANGE
            Kan vi få kontaktlisten med tekniske kontakter | CONTACT_LIST_REQUEST
            Could we have the list of contacts | CONTACT_LIST_REQUEST
            Vi vil melde oss ut, fjern domenet vårt | WITHDRAWAL
            We withdraw from the scheme | WITHDRAWAL
            Hvordan laster jeg ned listen? | QUESTION
            """)
    void theLikeliestTopicComesFirst(String text, Topic topic) {
        List<Topic> likeliest = Arrays.stream(Topic.values())
            .filter((candidate) -> !candidate.signs(mail(text)).isEmpty())
            .sorted(Comparator.comparingInt((candidate) -> -candidate.signs(mail(text)).size()))
            .toList();
        assertThat(likeliest).startsWith(topic);
    }

    @Test
    void aSignQuotesTheWordsAndNothingSpeaksForNothing() {
        assertThat(Topic.WITHDRAWAL.signs(mail("Vi vil gjerne MELDE OSS UT, altså melde oss ut.")))
            .containsExactly("Skriver «melde oss ut»");
        assertThat(Arrays.stream(Topic.values()).flatMap((topic) -> topic.signs(mail("Kjøp binders nå")).stream()))
            .isEmpty();
    }

    private static IncomingMail mail(String text) {
        return new IncomingMail(1, Optional.empty(), "", "", text, List.of(), List.of(), Optional.empty(), List.of(),
                Instant.EPOCH, SenderAuthentication.UNKNOWN, Optional.empty(), null);
    }

}
