package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.DocumentReading.Kind;

import org.springframework.data.relational.core.mapping.Table;

/**
 * What one attachment turned out to be.
 *
 * @param mailId the mail that brought it
 * @param number its place in that mail, from 1
 * @param appendices the forms that it holds, names joined by commas
 * @param remarks what to know about it, one {@code CODE detail} a line
 */
@Table("enrolment_document")
record AttachedDocument(long mailId, int number, String fileName, Kind kind, String appendices, String remarks) {

    static Stream<AttachedDocument> allOf(long mailId, List<DocumentReading> readings) {
        return IntStream.range(0, readings.size()).mapToObj((index) -> of(mailId, index + 1, readings.get(index)));
    }

    Set<Appendix> appendixSet() {
        return split(this.appendices, ",", Appendix::valueOf).stream().collect(Collectors.toSet());
    }

    List<DocumentReading.Remark> remarkList() {
        return split(this.remarks, "\n", AttachedDocument::remark);
    }

    /** Whether it was read and holds at least one of the forms. */
    boolean isForm() {
        return this.kind == Kind.READ && !this.appendices.isEmpty();
    }

    private static AttachedDocument of(long mailId, int number, DocumentReading reading) {
        return new AttachedDocument(mailId, number, reading.fileName(), reading.kind(),
                reading.appendices().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
                reading.remarks()
                    .stream()
                    .map((remark) -> remark.code() + " " + remark.detail().replaceAll("\\s+", " "))
                    .collect(Collectors.joining("\n")));
    }

    private static DocumentReading.Remark remark(String line) {
        String[] words = line.split(" ", 2);
        return new DocumentReading.Remark(DocumentReading.Code.valueOf(words[0]), words[1]);
    }

    private static <T> List<T> split(String text, String separator, Function<String, T> make) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(separator)).map(make).toList();
    }

}
