package no.bits.tls.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import no.bits.tls.outbox.Fault.Stage;
import org.jspecify.annotations.Nullable;

/** A {@link FaultySmtpServer}'s side of one connection. */
final class SmtpDialogue {

    private final FaultySmtpServer server;

    private final Socket socket;

    private final BufferedReader in;

    private @Nullable Fault fault;

    private String from = "";

    private String to = "";

    SmtpDialogue(FaultySmtpServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    void run() throws IOException {
        this.fault = this.server.plan().next(true);
        say(Stage.CONNECT, "220 faulty ESMTP");
        for (String line = this.in.readLine(); line != null; line = this.in.readLine()) {
            answer(line);
        }
    }

    private void answer(String line) throws IOException {
        String command = line.split("[ :]")[0];
        this.server.heard(command);
        switch (command) {
            case "EHLO" -> say(Stage.EHLO, "250-faulty\r\n250-DSN\r\n250 8BITMIME");
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "HELO" -> write("502 EHLO or nothing");
            case "QUIT" -> throw new Hangup();
            default -> say(null, "250 ok");
        }
    }

    private void mail(String line) throws IOException {
        if (this.fault == null || this.fault.stage().isOfConnection()) {
            this.fault = this.server.plan().next(false);
        }
        this.from = line;
        say(Stage.MAIL, "250 ok");
    }

    private void recipient(String line) throws IOException {
        this.to = line;
        String recipient = line.replaceAll(".*<|>.*", "");
        this.server.named(recipient);
        say(Stage.RCPT, this.server.refusals().getOrDefault(recipient.replaceAll(".*@", ""), "250 ok"));
    }

    private void data() throws IOException {
        if (!say(Stage.DATA, "354 go on")) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (String line = body(); !".".equals(line); line = body()) {
            fail(Stage.BODY);
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        this.server.dotHeard();
        if (fail(Stage.DOT)) {
            return;
        }
        this.server.keep(AcceptedMail.of(this.from, this.to, String.join("\n", lines)));
        say(Stage.ACCEPTED, "250 2.0.0 kept");
        fail(Stage.DONE);
    }

    private String body() throws IOException {
        String line = this.in.readLine();
        if (line == null) {
            throw new Hangup();
        }
        return line;
    }

    private boolean say(@Nullable Stage stage, String answer) throws IOException {
        if (fail(stage)) {
            return false;
        }
        write(answer);
        return true;
    }

    private boolean fail(@Nullable Stage stage) throws IOException {
        if (this.fault == null || this.fault.stage() != stage) {
            return false;
        }
        String answer = this.fault.answer();
        this.fault = null;
        switch (answer) {
            case "CUT" -> throw new Hangup();
            case "HANG" -> hang();
            default -> write(answer);
        }
        if (answer.startsWith("421")) {
            throw new Hangup();
        }
        return true;
    }

    private void write(String answer) throws IOException {
        this.socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void hang() {
        this.server.awaitClosing();
        throw new Hangup();
    }

    /** Ends a connection. */
    static final class Hangup extends RuntimeException {

        Hangup() {
            super("hang up");
        }

    }

}
