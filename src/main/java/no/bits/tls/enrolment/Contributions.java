package no.bits.tls.enrolment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading.Kind;

/**
 * What the mails of one enrolment brought, in their order: who may change the form, what
 * still counts, and what only a person can judge.
 *
 * @param mails the mails that were read, oldest first
 * @param readings every value that was read in them
 * @param documents every file that they brought
 */
record Contributions(List<ArrivedMail> mails, List<Reading> readings, List<AttachedDocument> documents) {

    /** The values that count: the newest of trusted mails. */
    List<Reading> newestReadings() {
        return newestReadings(trustedMails());
    }

    /** The form as a machine would have it after each of the trusted mails. */
    List<EnrolmentForm> forms() {
        List<Long> trusted = trustedMails();
        return IntStream.rangeClosed(1, trusted.size())
            .mapToObj((count) -> EnrolmentForm.from(newestReadings(trusted.subList(0, count))))
            .toList();
    }

    /** The files of trusted mails that no later one has made obsolete. */
    List<AttachedDocument> validDocuments() {
        List<Long> trusted = trustedMails();
        List<AttachedDocument> all = this.documents.stream()
            .filter((document) -> trusted.contains(document.mailId()))
            .toList();
        List<Reading> newest = newestReadings();
        return all.stream()
            .filter((document) -> document.isForm() ? isQuoted(document, newest) || !isReplaced(document, all)
                    : !isMadeUpFor(document, all))
            .toList();
    }

    /** What one mail brought, without logos and the like. */
    List<AttachedDocument> relevantDocuments(ArrivedMail mail) {
        return this.documents.stream()
            .filter((document) -> document.mailId() == mail.mailId() && document.kind() != Kind.IRRELEVANT)
            .toList();
    }

    /** The answers of one round that nobody can know to be the applicant's. */
    Stream<ArrivedMail> unverified(int round) {
        return answers(round).filter((mail) -> !mail.trusted());
    }

    /** The answers of one round that only say something in words. */
    Stream<ArrivedMail> inWords(int round) {
        return answers(round).filter((mail) -> mail.trusted() && relevantDocuments(mail).isEmpty());
    }

    private Stream<ArrivedMail> answers(int round) {
        return this.mails.stream().skip(1).filter((mail) -> mail.round() == round);
    }

    private List<Long> trustedMails() {
        return this.mails.stream().filter(ArrivedMail::trusted).map(ArrivedMail::mailId).toList();
    }

    private List<Reading> newestReadings(List<Long> ofMails) {
        return Reading
            .newestOf(this.readings.stream().filter((reading) -> ofMails.contains(reading.mailId())).toList());
    }

    private static boolean isQuoted(AttachedDocument document, List<Reading> readings) {
        return readings.stream()
            .anyMatch((reading) -> reading.mailId() == document.mailId()
                    && reading.documentName().equals(document.fileName()));
    }

    private static boolean isReplaced(AttachedDocument document, List<AttachedDocument> all) {
        return formsAfter(document, all).containsAll(document.appendixSet());
    }

    private static boolean isMadeUpFor(AttachedDocument document, List<AttachedDocument> all) {
        return !formsAfter(document, all).isEmpty() && appendices(all.stream()).containsAll(Set.of(Appendix.values()));
    }

    private static Set<Appendix> formsAfter(AttachedDocument document, List<AttachedDocument> all) {
        return appendices(all.stream().filter((other) -> other.mailId() > document.mailId()));
    }

    private static Set<Appendix> appendices(Stream<AttachedDocument> documents) {
        return documents.filter(AttachedDocument::isForm)
            .flatMap((document) -> document.appendixSet().stream())
            .collect(Collectors.toSet());
    }

}
