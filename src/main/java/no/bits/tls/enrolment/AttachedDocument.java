package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;

import org.springframework.data.relational.core.mapping.Table;

/**
 * What one attachment turned out to be.
 *
 * @param appendices the forms that it holds, names joined by commas
 * @param remarks what to know about it, one {@code CODE detail} a line
 */
@Table("enrolment_document")
record AttachedDocument(String fileName, DocumentReading.Kind kind, String appendices, String remarks) {

    static AttachedDocument of(DocumentReading reading) {
        return new AttachedDocument(reading.fileName(), reading.kind(),
                reading.appendices().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
                reading.remarks()
                    .stream()
                    .map((remark) -> remark.code() + " " + remark.detail().replaceAll("\\s+", " "))
                    .collect(Collectors.joining("\n")));
    }

    Set<Appendix> appendixSet() {
        return split(this.appendices, ",", Appendix::valueOf).stream().collect(Collectors.toSet());
    }

    List<DocumentReading.Remark> remarkList() {
        return split(this.remarks, "\n", AttachedDocument::remark);
    }

    private static DocumentReading.Remark remark(String line) {
        String[] words = line.split(" ", 2);
        return new DocumentReading.Remark(DocumentReading.Code.valueOf(words[0]), words[1]);
    }

    private static <T> List<T> split(String text, String separator, Function<String, T> make) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(separator)).map(make).toList();
    }

}
