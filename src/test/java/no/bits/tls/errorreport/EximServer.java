package no.bits.tls.errorreport;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import no.bits.tls.tls.FailingServers;
import no.bits.tls.tls.FailingServers.Flaw;

/** Exim, with TLS required and certificates verified. */
final class EximServer extends SendingServer {

    private final Path program;

    private final Path configuration;

    EximServer(FailingServers servers) {
        super(servers);
        this.program = requireInstalled("Exim (exim4-daemon-light, unpacked below /opt/exim4)",
                "/opt/exim4/usr/sbin/exim4", "/usr/sbin/exim4");
        folderOf("mail", "Debian-exim");
        folderOf("spool", "Debian-exim");
        folderOf("log", "Debian-exim");
        Path routes = write("routes",
                Arrays.stream(Flaw.values())
                    .map((flaw) -> flaw.domain() + ": " + servers.addressOf(flaw) + "\n")
                    .collect(Collectors.joining()));
        this.configuration = write("exim.conf", """
                primary_hostname = mail.sognebanken.example
                qualify_domain = sognebanken.example
                spool_directory = %1$s/spool
                log_file_path = %1$s/log/%%slog
                keep_environment =
                exim_path = %6$s
                trusted_users = root
                begin routers
                own:
                  driver = accept
                  domains = sognebanken.example
                  transport = box
                out:
                  driver = manualroute
                  route_data = ${lookup{$domain}lsearch{%2$s}}
                  self = send
                  transport = remote
                begin transports
                remote:
                  driver = smtp
                  port = %3$d
                  hosts_require_tls = *
                  tls_verify_certificates = %4$s
                  tls_verify_hosts = *
                  tls_verify_cert_hostnames = ${if eq{$domain}{%5$s}{*}{}}
                box:
                  driver = appendfile
                  maildir_format = true
                  directory = %1$s/mail
                  user = Debian-exim
                begin retry
                begin rewrite
                begin authenticators
                """.formatted(this.folder, routes, servers.port(), write("roots.pem", read(servers.roots())),
                Flaw.WRONG_NAME.domain(), this.program));
    }

    @Override
    void send(String recipient) {
        run(mail(recipient), this.program.toString(), "-C", this.configuration.toString(), "-odf", "-f", SENDER,
                recipient);
    }

}
