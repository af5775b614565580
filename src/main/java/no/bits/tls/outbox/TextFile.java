package no.bits.tls.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

import org.springframework.core.io.ClassPathResource;

/**
 * A file {@code mails/<purpose>.txt}: a comment, {@code Subject: ...}, an empty line and
 * the body. Subject and body are filled in apart, so that no word can move the line
 * between them.
 *
 * @param subject what follows {@code Subject:}
 * @param body all from the third line on
 */
record TextFile(String subject, String body) {

    private static final Pattern FORM = Pattern.compile("\\[/\\*.*?\\*/]\\nSubject: ([^\\n]+)\\n\\n(.+)",
            Pattern.DOTALL);

    static TextFile of(String purpose) {
        Matcher matcher = FORM.matcher(content(purpose));
        if (!matcher.matches()) {
            throw UnknownText.malformed(purpose);
        }
        return new TextFile(matcher.group(1), matcher.group(2));
    }

    private static String content(String purpose) {
        try {
            return new ClassPathResource("mails/%s.txt".formatted(purpose)).getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw UnknownText.without(purpose, ex);
        }
    }

    /**
     * Gives Thymeleaf the templates {@code <purpose>/subject} and {@code <purpose>/body}.
     */
    static final class Resolver extends AbstractConfigurableTemplateResolver {

        Resolver() {
            setTemplateMode(TemplateMode.TEXT);
        }

        @Override
        protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration,
                @Nullable String ownerTemplate, String template, String resourceName,
                @Nullable String characterEncoding, @Nullable Map<String, Object> attributes) {
            int slash = template.lastIndexOf('/');
            TextFile file = of(template.substring(0, slash));
            return new StringTemplateResource(template.endsWith("/subject") ? file.subject() : file.body());
        }

    }

}
