package no.bits.tls.errorreport;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import no.bits.tls.tls.FailingServers;
import no.bits.tls.tls.FailingServers.Flaw;

/** Postfix, as a bank sets it up: {@code secure} towards listed domains. */
final class PostfixServer extends SendingServer {

    private static final List<String> SERVICES = List.of("pickup unix n - n 1 1 pickup",
            "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 1 1 qmgr", "tlsmgr unix - - n 1000? 1 tlsmgr",
            "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
            "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify", "flush unix n - n 1000? 0 flush",
            "proxymap unix - - n - - proxymap", "smtp unix - - n - - smtp", "error unix - - n - - error",
            "retry unix - - n - - error", "virtual unix - n n - - virtual", "scache unix - - n - 1 scache",
            "anvil unix - - n - 1 anvil", "postlog unix-dgram n - n - 1 postlogd");

    private final String configuration;

    PostfixServer(FailingServers servers) {
        super(servers);
        requireInstalled("Postfix (apt-get install postfix)", "/usr/sbin/postfix");
        Path mail = folderOf("mail", "postfix");
        folderOf("data", "postfix");
        folderOf("spool", "root");
        write("etc/master.cf", String.join("\n", SERVICES) + "\n");
        write("etc/main.cf", """
                compatibility_level = 3.6
                queue_directory = %1$s/spool
                data_directory = %1$s/data
                maillog_file = %1$s/log
                maillog_file_prefixes = %1$s
                mail_owner = postfix
                setgid_group = postdrop
                myhostname = mail.sognebanken.example
                mydestination =
                inet_interfaces = loopback-only
                inet_protocols = ipv4
                disable_dns_lookups = yes
                maximal_queue_lifetime = 0
                smtp_tls_security_level = secure
                smtp_tls_CAfile = %2$s
                smtp_tls_secure_cert_match = %3$s
                transport_maps = inline:{ %4$s }
                virtual_mailbox_domains = sognebanken.example
                virtual_mailbox_base = %5$s
                virtual_mailbox_maps = static:mail/
                virtual_uid_maps = static:%6$s
                virtual_gid_maps = static:%7$s
                virtual_minimum_uid = 1
                """.formatted(this.folder, servers.roots(), Flaw.host(), Arrays.stream(Flaw.values())
            .map((flaw) -> "{ %s = smtp:[%s]:%d }".formatted(flaw.domain(), servers.addressOf(flaw), servers.port()))
            .collect(Collectors.joining(", ")), mail.getParent(), id("-u"), id("-g")));
        this.configuration = this.folder.resolve("etc").toString();
        run("", "/usr/sbin/postfix", "-c", this.configuration, "start");
    }

    @Override
    void send(String recipient) {
        run(mail(recipient), "/usr/sbin/sendmail", "-C", this.configuration, "-f", SENDER, recipient);
    }

    @Override
    public void close() {
        run("", "/usr/sbin/postfix", "-c", this.configuration, "stop");
        super.close();
    }

    private String id(String what) {
        return run("", "/usr/bin/id", what, "postfix").strip();
    }

}
