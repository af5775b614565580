package no.bits.tls.tls;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A real DNS server on loopback, over UDP and TCP, whose zone a test writes. */
final class TestDns implements AutoCloseable {

    private static final int LONGEST_DATAGRAM = 512;

    private final Map<Name, List<Record>> zone = new ConcurrentHashMap<>();

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    private final AtomicInteger toLose = new AtomicInteger();

    private final Set<String> secure = ConcurrentHashMap.newKeySet();

    private final Queue<String> questions = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private final ServerSocket tcp;

    private final DatagramSocket udp;

    private final int unknown;

    TestDns() {
        this(Rcode.NXDOMAIN);
    }

    /**
     * A server that answers so about names that it does not have.
     * @param unknown a response code
     */
    TestDns(int unknown) {
        this.unknown = unknown;
        try {
            this.tcp = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            this.udp = new DatagramSocket(this.tcp.getLocalPort(), InetAddress.getByName("127.0.0.1"));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        start(this::answerDatagrams);
        start(this::answerConnections);
    }

    String address() {
        return "127.0.0.1:" + this.tcp.getLocalPort();
    }

    /**
     * Adds a record, for example
     * {@code add("bank.example", "MX", "10 mx.bank.example.")}.
     */
    TestDns add(String name, String type, String data) {
        try {
            this.zone.computeIfAbsent(name(name), (key) -> new CopyOnWriteArrayList<>())
                .add(Record.fromString(name(name), Type.value(type), DClass.IN, 300, data, Name.root));
            return this;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Forgets all records of a name. */
    void remove(String name) {
        this.zone.remove(name(name));
    }

    /** Answers every question of a type about a name with an error. */
    TestDns fail(String name, String type, int rcode) {
        this.failures.put(name(name) + " " + type, rcode);
        return this;
    }

    /** Loses the next datagrams. */
    void loseNext(int datagrams) {
        this.toLose.set(datagrams);
    }

    /** Vouches for a name. */
    TestDns secure(String name) {
        this.secure.add(name(name).toString());
        return this;
    }

    /** What was asked, for example {@code udp bank.example. MX}. */
    List<String> questions() {
        return List.copyOf(this.questions);
    }

    @Override
    public void close() {
        try {
            this.tcp.close();
            this.udp.close();
            this.threads.shutdownNow();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Message answer(String transport, Message question) {
        Record asked = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(asked, Section.QUESTION);
        String key = asked.getName() + " " + Type.string(asked.getType());
        this.questions.add(transport + " " + key);
        Integer failure = this.failures.get(key);
        if (failure != null) {
            answer.getHeader().setRcode(failure);
            return answer;
        }
        if (this.secure.contains(asked.getName().toString())) {
            answer.getHeader().setFlag(Flags.AD);
        }
        if (!answerFrom(asked.getName(), asked.getType(), answer)) {
            answer.getHeader().setRcode(this.unknown);
        }
        return answer;
    }

    private boolean answerFrom(Name name, int type, Message answer) {
        List<Record> records = this.zone.getOrDefault(name, List.of());
        for (Record record : records) {
            if (record.getType() == type) {
                answer.addRecord(record, Section.ANSWER);
            }
            else if (record instanceof CNAMERecord alias && !answer.findRecord(record)) {
                answer.addRecord(record, Section.ANSWER);
                answerFrom(alias.getTarget(), type, answer);
            }
        }
        return !records.isEmpty();
    }

    private void answerDatagrams() {
        byte[] buffer = new byte[4096];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                this.udp.receive(packet);
                byte[] question = Arrays.copyOf(buffer, packet.getLength());
                SocketAddress client = packet.getSocketAddress();
                this.threads.execute(() -> answerDatagram(question, client));
            }
        }
        catch (IOException | RejectedExecutionException ex) {
            // Closed.
        }
    }

    private void answerDatagram(byte[] question, SocketAddress client) {
        if (this.toLose.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
            return;
        }
        try {
            byte[] bytes = answer("udp", new Message(question)).toWire(LONGEST_DATAGRAM);
            this.udp.send(new DatagramPacket(bytes, bytes.length, client));
        }
        catch (IOException ex) {
            // Closed.
        }
    }

    private void answerConnections() {
        try {
            while (true) {
                Socket socket = this.tcp.accept();
                start(() -> answerConnection(socket));
            }
        }
        catch (IOException ex) {
            // Closed.
        }
    }

    private void answerConnection(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] bytes = answer("tcp", new Message(in.readNBytes(in.readUnsignedShort()))).toWire();
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(bytes.length);
            out.write(bytes);
            out.flush();
            in.read();
        }
        catch (IOException ex) {
            // The client has gone.
        }
    }

    private static Name name(String name) {
        return Name.fromConstantString(name + ".");
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "test-dns");
        thread.setDaemon(true);
        thread.start();
    }

}
