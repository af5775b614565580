package no.bits.tls.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import no.bits.tls.inbox.IncomingMail.Attachment;
import no.bits.tls.inbox.IncomingMail.Enclosed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of a mail out of the containers that they come in, layer by layer. A
 * container that cannot be opened, or not within the limits, stays a file and says why;
 * it never costs the mail.
 */
final class Unpacking {

    private static final Logger logger = LoggerFactory.getLogger(Unpacking.class);

    private final Budget budget;

    private final List<Attachment> files = new ArrayList<>();

    private final Map<Integer, Enclosed> enclosed = new TreeMap<>();

    private ParsedMail mail;

    private Unpacking(ParsedMail mail, Budget budget) {
        this.mail = mail;
        this.budget = budget;
        add(mail.files(), null);
    }

    static ParsedMail of(ParsedMail mail, Budget budget) {
        Unpacking unpacking = new Unpacking(mail, budget);
        for (int place = 0; place < unpacking.files.size(); place++) {
            unpacking.open(place);
        }
        return unpacking.mail.with(unpacking.files, List.copyOf(unpacking.enclosed.values()));
    }

    private void open(int place) {
        Attachment file = this.files.get(place);
        Container.of(file).ifPresent((container) -> this.files.set(place, open(file, container)));
    }

    private Attachment open(Attachment file, Container container) {
        try {
            requireShallow(file, container);
            take(this.budget.inTime(() -> container.open(file, this.budget)), file);
            return file.asOpened();
        }
        catch (MailBeyondLimits ex) {
            return file.asNotOpened(Sentences.notOpened(ex.sentence()).forReader());
        }
        catch (ExecutionException ex) {
            logger.info("The file {} of {} bytes cannot be opened as {}", file.number(), file.content().length,
                    container);
            logger.debug("Why it cannot be opened", ex);
            return file.asNotOpened(Sentences.notOpened(Sentences.DAMAGED).forReader());
        }
    }

    private void requireShallow(Attachment file, Container container) {
        int depth = this.budget.limits().containers().depth();
        Budget.require(around(file).count() < depth, () -> Sentences.tooDeepInside(depth));
        boolean zipInZip = container == Container.ZIP
                && around(file).anyMatch((outer) -> Container.of(outer).filter(Container.ZIP::equals).isPresent());
        Budget.require(!zipInZip, () -> Sentences.ZIP_IN_ZIP);
    }

    private void take(Contents contents, Attachment container) {
        this.budget.takeRoom(contents.size());
        add(contents.files(), container.number());
        if (contents.enclosed() != null) {
            this.enclosed.put(container.number(), contents.enclosed());
        }
        if (contents.signed() != null) {
            addWords(contents.signed(), container);
        }
    }

    private void add(List<MailFile> contents, @Nullable Integer container) {
        for (MailFile file : contents) {
            int number = this.files.size() + 1;
            this.files.add(new Attachment(number, FileName.of(file.name(), number, file.type()), file.type(),
                    file.content(), container, false, null));
        }
    }

    /** What was signed are words of the innermost mail around the signature. */
    private void addWords(ParsedMail signed, Attachment container) {
        around(container).map(Attachment::number)
            .filter(this.enclosed::containsKey)
            .findFirst()
            .ifPresentOrElse(
                    (number) -> this.enclosed.computeIfPresent(number,
                            (key, around) -> around.saying(around.text() + "\n\n" + signed.text())),
                    () -> this.mail = this.mail.saying(signed.parts()));
    }

    /** The containers around a file, from the inside out. */
    private Stream<Attachment> around(Attachment file) {
        return Stream.iterate(outer(file), Objects::nonNull, this::outer);
    }

    private @Nullable Attachment outer(@Nullable Attachment file) {
        Integer container = (file != null) ? file.within() : null;
        return (container != null) ? this.files.get(container - 1) : null;
    }

}
