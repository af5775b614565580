package no.bits.tls.tls;

import java.util.Locale;

/** Who runs a mail server: the last two labels of its name. */
public final class Operator {

    private Operator() {
    }

    /**
     * The operator of a mail server.
     * @param host its name
     * @return for example {@code outlook.com}
     */
    public static String of(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
    }

}
