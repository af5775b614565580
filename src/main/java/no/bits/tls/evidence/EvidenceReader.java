package no.bits.tls.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.evidence.Material.Kind;
import no.bits.tls.evidence.Material.Part;
import no.bits.tls.identifier.DomainName;

/**
 * Reads evidence in whatever form it comes, and puts together what several forms tell of
 * the same failure.
 */
public final class EvidenceReader {

    private static final int MOST = 300;

    private static final int LONGEST_TEXT = 2_000_000;

    private static final Comparator<Failure> LIKELIEST = Comparator.comparing(Failure::aboutTls)
        .reversed()
        .thenComparing(Failure::source);

    private EvidenceReader() {
    }

    /**
     * Reads what was sent.
     * @param material a mail with what came with it, of any origin
     * @return the evidence; a person's own words count only where nothing else tells of a
     * failure
     */
    public static Evidence read(Material material) {
        Moments moments = new Moments(material.received());
        List<Failure> told = new ArrayList<>();
        material.parts().forEach((part) -> told.addAll(read(part, moments)));
        told.addAll(withoutOwn(read(material.words(), moments), material.reporting()));
        List<Failure> all = told.isEmpty() ? withoutOwn(ProseReader.read(material.words()), material.reporting())
                : told;
        return new Evidence(joined(all).stream().sorted(LIKELIEST).limit(MOST).toList());
    }

    private static List<Failure> read(Part part, Moments moments) {
        return (part.kind() == Kind.DELIVERY_STATUS) ? DeliveryReportReader.read(part.text(), moments)
                : read(part.text(), moments);
    }

    private static List<Failure> read(String whole, Moments moments) {
        String text = whole.substring(0, Math.min(whole.length(), LONGEST_TEXT));
        int brace = text.indexOf('{');
        List<Failure> report = (brace >= 0 && whole.contains("\"policies\""))
                ? TlsReportReader.read(whole.substring(brace)) : List.of();
        return report.isEmpty() ? Stream
            .of(DeliveryReportReader.read(String.join("\n", Lines.of(text)), moments),
                    MailLogReader.read(text, moments), ReturnedTextReader.read(text))
            .flatMap(List::stream)
            .toList() : report;
    }

    /**
     * A person's signature and our address are no failures, unless nothing else is told.
     */
    private static List<Failure> withoutOwn(List<Failure> failures, Set<DomainName> reporting) {
        List<Failure> others = failures.stream()
            .filter((failure) -> failure.domain() == null || !reporting.contains(failure.domain()))
            .toList();
        boolean certain = failures.stream().anyMatch((failure) -> failure.source().compareTo(Source.RETURNED_TEXT) < 0);
        return others.isEmpty() && certain ? failures : others;
    }

    private static List<Failure> joined(List<Failure> failures) {
        List<Failure> joined = new ArrayList<>();
        for (Failure failure : failures.stream().sorted(Comparator.comparing(Failure::source)).toList()) {
            int known = indexOf(failure, joined);
            if (known < 0) {
                joined.add(failure);
            }
            else {
                joined.set(known, joined.get(known).completedBy(failure));
            }
        }
        return joined;
    }

    /** A TLS report's lines are different failures though they are about one domain. */
    private static int indexOf(Failure failure, List<Failure> joined) {
        for (int i = 0; i < joined.size() && i < MOST; i++) {
            boolean reports = failure.source() == Source.TLS_REPORT && joined.get(i).source() == Source.TLS_REPORT;
            boolean sameServer = failure.domain() == null && joined.get(i).isAt(failure);
            if (!reports && (sameServer || joined.get(i).isAbout(failure))) {
                return i;
            }
        }
        return -1;
    }

}
