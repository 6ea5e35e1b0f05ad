package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A mail server that keeps what it is told, byte for byte, and answers as the test says. Without a script it takes every mail.
 * Thread-safe.
 */
public final class ScriptedMailServer implements AutoCloseable {

    /** In place of an answer, or behind one: the connection is closed. */
    public static final String HANG_UP = "\0hang up";

    /** In place of an answer: nothing is said. */
    public static final String SILENCE = "\0silence";

    private static final Map<String, String> USUAL = Map.of(
            "GREETING", "220 scripted.example", "DATA", "354 go on", "QUIT", "221 bye", "EHLO", "250 scripted.example");

    private final ServerSocket server;
    private final SSLContext tls;
    private final boolean tlsAtOnce;
    private final Map<String, UnaryOperator<String>> script = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Received> mails = new CopyOnWriteArrayList<>();
    private final List<Received> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Function<Received, String> eachMail = mail -> reply("DOT", mail.address());
    private volatile int mailsPerConnection = Integer.MAX_VALUE;
    private volatile String goodBye = HANG_UP;

    /**
     * A mail that was given whole, whatever was answered.
     *
     * @param sender and {@code recipient}: the arguments of {@code MAIL} and {@code RCPT}, as they came
     * @param data byte for byte (as ISO 8859-1), up to the final dot
     */
    public record Received(String sender, String recipient, String data) {

        /** Where it is to go. */
        public String address() {
            return recipient.replaceAll("(?s).*<|>.*", "");
        }

        /** The lines of one header with its folds, without the name; empty when it is not there. */
        public List<String> header(String name) {
            String head = data.substring(0, data.indexOf("\r\n\r\n"));
            return List.of(head.split("\r\n(?![ \t])")).stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** On a free port. */
    public ScriptedMailServer() {
        this(0);
    }

    /** @param port 0: a free one */
    public ScriptedMailServer(int port) {
        this(port, null, false);
    }

    /**
     * @param tls for {@code STARTTLS}, which {@code EHLO} must offer
     * @param atOnce the connection is encrypted from the beginning
     */
    public ScriptedMailServer(int port, SSLContext tls, boolean atOnce) {
        this.tls = tls;
        this.tlsAtOnce = atOnce;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** @param command its first word; {@code GREETING}, or {@code DOT} for the whole mail */
    public ScriptedMailServer answer(String command, String answer) {
        return answer(command, said -> answer);
    }

    /** @param each from the line, for {@code DOT} from the recipient's address, to the answer; may take its time */
    public ScriptedMailServer answer(String command, UnaryOperator<String> each) {
        script.put(command, each);
        return this;
    }

    /** @param each from a whole mail to the answer, in place of {@code DOT} */
    public ScriptedMailServer answerMails(Function<Received, String> each) {
        eachMail = each;
        return this;
    }

    /**
     * After so many mails a connection takes nothing more.
     *
     * @param last what is said to the next command before the connection is closed; {@link #HANG_UP}: it is closed behind the mail
     */
    public ScriptedMailServer closingAfter(int mails, String last) {
        goodBye = last;
        mailsPerConnection = mails;
        return this;
    }

    /** Every command line, in the order in which they came. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    public List<Received> mails() {
        return List.copyOf(mails);
    }

    /** Those that it said yes to, in this order; its users get these. */
    public List<Received> taken() {
        return List.copyOf(taken);
    }

    /** How many mails to this address it was given, whatever it answered. */
    public long given(String address) {
        return mails.stream()
                .filter(mail -> mail.recipient().contains("<" + address + ">"))
                .count();
    }

    /** How often somebody began to send to this address. */
    public long asked(String address) {
        return commands.stream()
                .filter(line -> line.startsWith("RCPT") && line.contains("<" + address + ">"))
                .count();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** How many are open. */
    public int open() {
        return clients.size();
    }

    /** How many were open at once, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Closes all connections and takes new ones, as a server does with those that nobody uses. */
    public void hangUp() {
        try {
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                clients.add(socket);
                connections.incrementAndGet();
                mostAtOnce.accumulateAndGet(clients.size(), Math::max);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(tlsAtOnce ? encrypted(socket) : socket, true);
        } catch (IOException gone) {
            // so is the client
        } finally {
            clients.remove(socket);
        }
    }

    private void talk(Socket socket, boolean greets) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        if (greets && !say(out, reply("GREETING", ""))) {
            return;
        }
        String sender = "";
        String recipient = "";
        int given = 0;
        for (String line = SmtpLines.line(in); line != null; line = SmtpLines.line(in)) {
            String command = line.strip();
            commands.add(command);
            if (given >= mailsPerConnection) {
                say(out, goodBye + HANG_UP);
                return;
            }
            String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            String reply = reply(verb, command);
            sender = verb.equals("MAIL") ? command.substring(5) : sender;
            recipient = verb.equals("RCPT") ? command.substring(5) : recipient;
            if (!say(out, reply) || verb.equals("QUIT")) {
                return;
            }
            if (verb.equals("STARTTLS") && reply.startsWith("2")) {
                talk(encrypted(socket), false);
                return;
            }
            if (verb.equals("DATA") && reply.startsWith("3")) {
                String data = SmtpLines.data(in);
                if (data == null) {
                    return;
                }
                Received mail = new Received(sender, recipient, data);
                mails.add(mail);
                String answer = eachMail.apply(mail);
                if (answer.startsWith("2")) {
                    taken.add(mail);
                }
                if (!say(out, answer) || isOver(++given)) {
                    return;
                }
            }
        }
    }

    private boolean isOver(int given) {
        return given >= mailsPerConnection && goodBye.equals(HANG_UP);
    }

    private String reply(String verb, String line) {
        UnaryOperator<String> told = script.get(verb);
        return told == null ? USUAL.getOrDefault(verb, "250 OK") : told.apply(line);
    }

    private SSLSocket encrypted(Socket socket) throws IOException {
        SSLSocketFactory factory = tls.getSocketFactory();
        SSLSocket encrypted = (SSLSocket) factory.createSocket(socket, null, socket.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static boolean say(OutputStream out, String answer) throws IOException {
        String said = answer.replace(HANG_UP, "");
        boolean hangsUp = said.length() < answer.length();
        if (!said.equals(SILENCE) && !(hangsUp && said.isEmpty())) {
            out.write((said + "\r\n").getBytes(UTF_8));
            out.flush();
        }
        return !hangsUp;
    }
}
