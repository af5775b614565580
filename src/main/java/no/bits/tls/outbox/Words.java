package no.bits.tls.outbox;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.engine.TemplateData;

/**
 * The words of a text while it is filled in: one that is missing is an error, not a gap.
 */
final class Words extends EngineContext {

    /** The word under which a text's own name is kept. */
    static final String PURPOSE = "purpose";

    Words(IEngineConfiguration configuration, TemplateData template, @Nullable Map<String, Object> attributes,
            IContext words) {
        super(configuration, template, attributes, words.getLocale(), variables(words));
    }

    @Override
    public @Nullable Object getVariable(String name) {
        Object word = super.getVariable(name);
        if (word == null && !name.contains(":")) {
            throw MissingWord.in(String.valueOf(super.getVariable(PURPOSE)), name);
        }
        return word;
    }

    private static Map<String, Object> variables(IContext words) {
        return words.getVariableNames().stream().collect(Collectors.toMap(Function.identity(), words::getVariable));
    }

}
