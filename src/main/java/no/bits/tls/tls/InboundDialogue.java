package no.bits.tls.tls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import no.bits.tls.identifier.DomainName;

/** What is said to one server without TLS, and what it shows; never DATA. */
final class InboundDialogue {

    private final String ehloName;

    private final DomainName domain;

    private final DomainName listed;

    private final List<String> transcript = new ArrayList<>();

    private Enforcement enforcement = Enforcement.UNKNOWN;

    InboundDialogue(String ehloName, DomainName domain, DomainName listed) {
        this.ehloName = ehloName;
        this.domain = domain;
        this.listed = listed;
    }

    void hold(SmtpConversation conversation) throws IOException {
        if (heard(conversation.banner()).positive() && say(conversation, "EHLO " + this.ehloName).positive()) {
            tryToSend(conversation);
        }
        this.transcript.add("C: QUIT");
    }

    void broke(IOException ex) {
        this.transcript.add("-- " + Quote.of(ex.toString()));
    }

    Enforcement enforcement() {
        return this.enforcement;
    }

    List<String> transcript() {
        return this.transcript;
    }

    private void tryToSend(SmtpConversation conversation) throws IOException {
        SmtpReply answer = say(conversation, "MAIL FROM:<postmaster@%s>".formatted(this.listed));
        if (answer.positive()) {
            answer = say(conversation, "RCPT TO:<postmaster@%s>".formatted(this.domain));
        }
        this.enforcement = answer.lasting() ? Enforcement.ENFORCED : answer.temporary() ? Enforcement.DELAYED
                : answer.positive() ? Enforcement.NOT_ENFORCED : Enforcement.UNKNOWN;
        say(conversation, "RSET");
    }

    private SmtpReply say(SmtpConversation conversation, String command) throws IOException {
        this.transcript.add("C: " + command);
        return heard(conversation.say(command));
    }

    private SmtpReply heard(SmtpReply reply) {
        this.transcript.add("S: " + reply);
        return reply;
    }

}
