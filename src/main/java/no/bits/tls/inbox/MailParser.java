package no.bits.tls.inbox;

import java.io.IOException;

import org.apache.james.mime4j.MimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads mails from their bytes, within limits; whatever the bytes are, it answers with
 * what could be read. Files come out of the containers they are in.
 */
@Component
class MailParser {

    private static final Logger logger = LoggerFactory.getLogger(MailParser.class);

    private final InboxSettings.Limits limits;

    MailParser(InboxSettings settings) {
        this.limits = settings.limits();
    }

    ParsedMail parse(InboundMail mail) {
        ParsedMail parsed = parse(mail.raw());
        return mail.whole() ? parsed : parsed.cut(Sentences.tooLarge(mail.size(), this.limits.size()));
    }

    ParsedMail parse(byte[] raw) {
        Budget budget = new Budget(this.limits);
        return Unpacking.of(read(raw, new MailReading(budget)), budget);
    }

    private static ParsedMail read(byte[] raw, MailReading reading) {
        try {
            reading.read(raw);
            return reading.mail(null);
        }
        catch (MailBeyondLimits ex) {
            return reading.mail(ex.sentence().norwegian());
        }
        catch (MimeException | IOException | RuntimeException | StackOverflowError ex) {
            logger.warn("A mail of {} bytes cannot be parsed", raw.length, ex);
            return reading.mail(Sentences.UNREADABLE);
        }
    }

}
