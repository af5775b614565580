package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads mails from their bytes, within limits; whatever the bytes are, it answers with
 * what could be read. A mail within the mail is a file, not read further.
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
        return mail.whole() ? parsed
                : new ParsedMail(parsed.header(), parsed.parts(), Sentences.tooLarge(mail.size(), this.limits.size()));
    }

    ParsedMail parse(byte[] raw) {
        MailReading reading = new MailReading(this.limits);
        try {
            MimeTokenStream tokens = new MimeTokenStream(config());
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            tokens.parse(new ByteArrayInputStream(raw));
            for (EntityState token = tokens.getState(); token != EntityState.T_END_OF_STREAM; token = tokens.next()) {
                reading.read(token, tokens);
            }
            return reading.mail(null);
        }
        catch (MailBeyondLimits ex) {
            return reading.mail(ex.getMessage());
        }
        catch (MaxHeaderLimitException | MaxHeaderLengthLimitException ex) {
            return reading.mail(Sentences.headerTooLarge(this.limits.header()));
        }
        catch (MimeException | IOException | RuntimeException | StackOverflowError ex) {
            logger.warn("A mail of {} bytes cannot be parsed", raw.length, ex);
            return reading.mail(Sentences.UNREADABLE);
        }
    }

    private MimeConfig config() {
        return MimeConfig.copy(MimeConfig.PERMISSIVE)
            .setMaxHeaderLen((int) this.limits.header().toBytes())
            .setMaxContentLen(-1)
            .build();
    }

}
