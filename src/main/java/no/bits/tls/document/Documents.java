package no.bits.tls.document;

import org.springframework.stereotype.Service;

/** Reads what people attach to their mails, and never lets it do anything. */
@Service
public class Documents {

    /**
     * Reads one attached file by what it says, whatever its layout. Never throws for its
     * content.
     * @param fileName its name in the mail
     * @param content its bytes
     * @return what it holds
     */
    public DocumentReading read(String fileName, byte[] content) {
        throw new UnsupportedOperationException();
    }

}
