package no.bits.tls.outbox;

import java.util.Objects;
import java.util.stream.Stream;

import no.bits.tls.calendar.Language;
import no.bits.tls.identifier.EmailAddress;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.stereotype.Component;

/**
 * The texts of our mails: {@code mails/<purpose>.txt}, each a comment that names its
 * words, {@code Subject: ...}, an empty line and the body, one paragraph a line, as
 * Thymeleaf TEXT. Every text also knows {@code caseNumber}, {@code contact} (our address)
 * and {@code nb} and {@code en}, which write dates.
 */
@Component
class Texts {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Texts() {
        this.engine.setTemplateResolver(new TextFile.Resolver());
        this.engine.setEngineContextFactory(Words::new);
    }

    /**
     * The text of a letter.
     * @param letter its purpose and words
     * @param contact our address
     * @return its subject and body
     * @throws UnknownText if there is no proper file for its purpose
     * @throws MissingWord if a word is missing
     */
    Text of(Letter letter, EmailAddress contact) {
        Context words = words(letter, contact);
        String subject = "[%s] %s".formatted(letter.caseNumber(),
                Prose.line(fill(letter.purpose() + "/subject", words)));
        String body = Prose.paragraphs(fill(letter.purpose() + "/body", words));
        return new Text(subject, "%s\n\nSaksnummer / Case number: %s\n".formatted(body, letter.caseNumber()));
    }

    private String fill(String template, Context words) {
        try {
            return this.engine.process(template, words);
        }
        catch (TemplateEngineException ex) {
            throw ours(ex);
        }
    }

    private static Context words(Letter letter, EmailAddress contact) {
        Context words = new Context();
        words.setVariables(letter.words());
        words.setVariable(Words.PURPOSE, letter.purpose());
        words.setVariable("caseNumber", letter.caseNumber());
        words.setVariable("contact", contact);
        words.setVariable("nb", Language.NORWEGIAN);
        words.setVariable("en", Language.ENGLISH);
        return words;
    }

    private static RuntimeException ours(TemplateEngineException ex) {
        return Stream.<Throwable>iterate(ex, Objects::nonNull, Throwable::getCause)
            .filter((cause) -> cause instanceof MissingWord || cause instanceof UnknownText)
            .map(RuntimeException.class::cast)
            .findFirst()
            .orElse(ex);
    }

    /**
     * What a letter says.
     *
     * @param subject one line with the case number
     * @param body lines that end with LF and have at most {@value Prose#WIDTH} characters
     * where the words allow
     */
    record Text(String subject, String body) {
    }

}
