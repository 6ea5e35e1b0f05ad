package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.notification.mail.smtp.Outcome;
import dev.foyer.notification.mail.smtp.SmtpOf;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Debian's {@code postfix} says to our mails; fetched for the test, and started by root alone. */
@Tag("long")
@Tag("D6")
class PostfixTest {

    /** Its own users are not there, since it is not installed; these are on every Debian, and are not each other. */
    private static final String CONFIGURATION = """
            compatibility_level = 3.6
            mail_owner = mail
            setgid_group = daemon
            default_privs = nobody
            command_directory = %1$s/usr/sbin
            daemon_directory = %1$s/usr/lib/postfix/sbin
            shlib_directory = %1$s/usr/lib/postfix
            meta_directory = %1$s/etc/postfix
            import_environment = LD_LIBRARY_PATH=%1$s/usr/lib/postfix MAIL_CONFIG=%2$s/etc
            queue_directory = %2$s/queue
            data_directory = %2$s/data
            maillog_file = %2$s/log
            maillog_file_prefixes = %2$s
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = postfix.example
            mydestination =
            alias_maps =
            alias_database =
            local_recipient_maps =
            virtual_mailbox_domains = contoso.com, xn--bcher-kva.example
            virtual_mailbox_base = %2$s/mails
            virtual_mailbox_maps = static:all/
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            virtual_minimum_uid = 1000
            recipient_delimiter = +
            smtpd_relay_restrictions = reject_unauth_destination
            smtpd_recipient_restrictions = check_recipient_access inline:{ {busy@contoso.com = 450 4.2.1 come again},
              {nobody@contoso.com = 550 5.1.1 no such user} }
            """;

    private static final String SERVICES = """
            %d      inet  n - n - - smtpd
            pickup  unix  n - n 60 1 pickup
            cleanup unix  n - n - 0 cleanup
            qmgr    unix  n - n 300 1 qmgr
            rewrite unix  - - n - - trivial-rewrite
            bounce  unix  - - n - 0 bounce
            defer   unix  - - n - 0 bounce
            error   unix  - - n - - error
            retry   unix  - - n - - error
            virtual unix  - n n - - virtual
            postlog unix-dgram n - n - 1 postlogd
            """;

    @TempDir
    Path folder;

    private Path mails;
    private int port;
    private Process server;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "postfix is started by root alone");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Optional<Path> program = DebianPackage.unpacked("postfix", Files.createDirectory(folder.resolve("postfix")));
        assumeTrue(program.isPresent(), "postfix cannot be fetched: apt-get update, then apt-get download postfix");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        mails = folderOf("nobody", "nogroup", "rwx------", "mails");
        folderOf("mail", "mail", "rwx------", "data");
        for (String queue : "active bounce corrupt defer deferred flush hold incoming private saved trace".split(" ")) {
            folderOf("mail", "mail", "rwx------", "queue/" + queue);
        }
        folderOf("mail", "daemon", "rwx-wx---", "queue/maildrop");
        folderOf("mail", "daemon", "rwx--x---", "queue/public");
        folderOf("root", "root", "rwxr-xr-x", "queue/pid");
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Files.writeString(etc.resolve("main.cf"), CONFIGURATION.formatted(program.get(), folder));
        Files.writeString(etc.resolve("master.cf"), SERVICES.formatted(port));
        ProcessBuilder master = new ProcessBuilder(
                        program.get().resolve("usr/lib/postfix/sbin/master").toString(), "-c", etc.toString(), "-d")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        master.environment()
                .put("LD_LIBRARY_PATH", program.get().resolve("usr/lib/postfix").toString());
        server = master.start();
        await().ignoreException(ConnectException.class).until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            server.waitFor();
            all.forEach(each -> each.onExit().join());
        }
    }

    @Test
    void itTakesOurMailsAndTheyArriveAsTheyWereMeant() throws Exception {
        try (SmtpOf smtp = WorldMails.smtp(port)) {
            for (String name : WorldMails.NAMES) {
                assertEquals(new Outcome.Taken(), smtp.send(WorldMails.mail(name, "amos+dial-in@contoso.com")));
            }
            assertEquals(new Outcome.Taken(), smtp.send(WorldMails.mail("Foyer", "a@bücher.example")));
        }
        WorldMails.allArrive(mails);
    }

    /** With the real worker, and the real rules. */
    @Test
    void eachMailArrivesOnceAndItsRefusalsAreWhatTheySay() {
        WorldMails.eachArrivesOnceAndRefusalsAreWhatTheySay(port, mails);
    }

    private Path folderOf(String owner, String group, String rights, String name) throws Exception {
        Path made = Files.createDirectories(folder.resolve(name));
        var names = FileSystems.getDefault().getUserPrincipalLookupService();
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(rights));
        Files.setAttribute(made, "posix:owner", names.lookupPrincipalByName(owner));
        Files.setAttribute(made, "posix:group", names.lookupPrincipalByGroupName(group));
        return made;
    }
}
