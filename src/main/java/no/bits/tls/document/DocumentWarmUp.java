package no.bits.tls.document;

import org.docx4j.jaxb.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads docx4j's seconds of preparation in the background, before the first form comes.
 */
@Component
class DocumentWarmUp {

    private static final Logger log = LoggerFactory.getLogger(DocumentWarmUp.class);

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread thread = new Thread(() -> log.debug("Ready to read documents with {}", Context.jc.getClass()),
                "document-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

}
