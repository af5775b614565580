package no.bits.tls.report;

import no.bits.tls.workflow.EngineNames;

import org.springframework.stereotype.Component;

/** What kinds of cases and their steps are called, in the language of the reader. */
@Component
class Terms {

    private final EngineNames names;

    Terms(EngineNames names) {
        this.names = names;
    }

    String of(Kind kind) {
        return this.names.of(kind.title());
    }

    String of(Step step) {
        return step.norwegian().isEmpty() ? this.names.of(step.english())
                : new Words(step.norwegian(), step.english()).say();
    }

    /** A kind by its key; as it is where it is not known. */
    String kind(String key) {
        return Kind.of(key).map(this::of).orElse(key);
    }

    /** A step; as it is where it is not known. */
    String step(String kind, String activity) {
        return Step.of(kind, activity).map(this::of).orElse(activity);
    }

}
