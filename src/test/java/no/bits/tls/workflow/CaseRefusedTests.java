package no.bits.tls.workflow;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Says in both languages what stands in the way, and names the same things in both. */
class CaseRefusedTests {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @ParameterizedTest
    @MethodSource("refusals")
    void speaksBothLanguages(Method factory) throws Exception {
        factory.setAccessible(true);
        CaseRefused refusal = (CaseRefused) factory.invoke(null,
                Arrays.stream(factory.getParameterTypes()).map(CaseRefusedTests::sample).toArray());
        String norwegian = refusal.in(DeskLanguage.NORWEGIAN);
        String english = refusal.in(DeskLanguage.ENGLISH);
        assertThat(norwegian).isEqualTo(refusal.getMessage()).isNotEqualTo(english);
        assertThat(english).doesNotContainPattern("[æøåÆØÅ«»]");
        assertThat(numbers(english)).containsExactlyInAnyOrderElementsOf(numbers(norwegian));
    }

    static Stream<Method> refusals() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(CaseRefused.class));
        return scanner.findCandidateComponents("no.bits.tls")
            .stream()
            .map((found) -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
            .flatMap((type) -> Arrays.stream(type.getDeclaredMethods())
                .filter((method) -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type));
    }

    private static List<String> numbers(String sentence) {
        return NUMBER.matcher(sentence).results().map(MatchResult::group).toList();
    }

    private static Object sample(Class<?> type) {
        Object simple = (type == EmailAddress.class) ? new EmailAddress("post4711@fjordbanken.example") : simple(type);
        return (simple != null) ? simple : entry(type);
    }

    private static Object entry(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor
                .newInstance(Arrays.stream(constructor.getParameterTypes()).map(CaseRefusedTests::simple).toArray());
        }
        catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("There is no sample of %s".formatted(type), ex);
        }
    }

    private static @Nullable Object simple(Class<?> type) {
        if (type == String.class) {
            return "TLS-2026-04711";
        }
        if (type == long.class) {
            return 42L;
        }
        if (type == int.class) {
            return 42;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Set.class) {
            return Set.of();
        }
        return type.isEnum() ? type.getEnumConstants()[0] : null;
    }

}
