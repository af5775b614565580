package no.bits.tls.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The texts of our mails: {@code mails/<purpose>.txt}, each a comment that names its
 * words, {@code Subject: ...}, an empty line and the body, one paragraph a line, as
 * Thymeleaf TEXT. Every text also knows {@code caseNumber}, {@code contact} (our address)
 * and {@code nb} and {@code en}, which write dates.
 */
@Component
class Texts {

    private static final Pattern FILE = Pattern.compile("\\[/\\*.*?\\*/]\\nSubject: ([^\n]+)\\n\\n(.+)",
            Pattern.DOTALL);

    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Texts() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCacheable(true);
        this.engine.setTemplateResolver(resolver);
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
        Template template = this.templates.computeIfAbsent(letter.purpose(), Texts::read);
        Context words = words(letter, contact);
        String subject = "[%s] %s".formatted(letter.caseNumber(), Prose.line(fill(template.subject(), words)));
        String body = Prose.paragraphs(fill(template.body(), words));
        return new Text(subject, "%s\n\nSaksnummer / Case number: %s\n".formatted(body, letter.caseNumber()));
    }

    private String fill(String template, Context words) {
        try {
            return this.engine.process(template, words);
        }
        catch (TemplateEngineException ex) {
            throw missingWord(ex);
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

    private static RuntimeException missingWord(TemplateEngineException ex) {
        return Stream.<Throwable>iterate(ex, Objects::nonNull, Throwable::getCause)
            .filter(MissingWord.class::isInstance)
            .<RuntimeException>map(MissingWord.class::cast)
            .findFirst()
            .orElse(ex);
    }

    private static Template read(String purpose) {
        Matcher matcher = FILE.matcher(file(purpose));
        if (!matcher.matches()) {
            throw UnknownText.malformed(purpose);
        }
        return new Template(matcher.group(1), matcher.group(2));
    }

    private static String file(String purpose) {
        try {
            return new ClassPathResource("mails/%s.txt".formatted(purpose)).getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw UnknownText.without(purpose, ex);
        }
    }

    /** A file's two parts. */
    private record Template(String subject, String body) {
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
