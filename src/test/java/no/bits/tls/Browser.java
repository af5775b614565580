package no.bits.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real headless Chromium with one fresh profile; all of one JVM are one process, which
 * ends with it.
 * <p>
 * Debian's Chromium is used where it is installed, else the one that Playwright
 * downloads. Without either the test is skipped with a message that nobody overlooks, and
 * fails where the environment says {@code CI=true}.
 */
public final class Browser implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Browser.class);

    private static final double LOG_IN_MILLIS = 10_000;

    private static final double LONGEST_WAIT = 60_000;

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT);
    }

    private static com.microsoft.playwright.@Nullable Browser process;

    private final BrowserContext context;

    private final List<BrowserContext> phones = new ArrayList<>();

    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Browser(BrowserContext context) {
        this.context = context;
    }

    /**
     * Opens a browser for people in Norway, 1280 by 900 pixels, time zone Oslo.
     * @return the browser
     * @throws TestAbortedException if this machine has none and {@code CI} is not
     * {@code true}
     */
    public static Browser open() {
        return new Browser(process().newContext(profile()));
    }

    /**
     * Opens a browser for people who read English, otherwise the same.
     * @return the browser
     * @throws TestAbortedException if this machine has none and {@code CI} is not
     * {@code true}
     */
    public static Browser openInEnglish() {
        return new Browser(process().newContext(profile().setLocale("en-GB")));
    }

    /**
     * Opens an address in a new tab; waits at most a minute for it and for everything
     * that is looked for on it: a slow machine is no failure.
     * @param address the whole address
     * @return the tab
     */
    public Page visit(String address) {
        Page page = this.context.newPage();
        page.setDefaultTimeout(LONGEST_WAIT);
        page.onConsoleMessage(this::noteError);
        page.onPageError(this.errors::add);
        page.navigate(address);
        return page;
    }

    /**
     * Logs in to one of Camunda's web applications in a new tab. The form may forget what
     * is typed before its script is ready: then it is typed again.
     * @param port the port of the back office
     * @param application {@code tasklist} or {@code cockpit}
     * @param user who, whose password is the same
     * @return the tab
     */
    public Page logIn(int port, String application, String user) {
        Page page = visit("http://localhost:%d/camunda/app/%s/default/".formatted(port, application));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        for (int attempt = 1; !isLoggedIn(page, user) && attempt < 5; attempt++) {
            LOGGER.info("The log-in of {} is tried again", user);
        }
        return page;
    }

    private static boolean isLoggedIn(Page page, String user) {
        Locator password = page.locator("input[type=password]").first();
        page.locator("input[type=text]").first().fill(user);
        password.fill(user);
        page.locator("button[type=submit]").click();
        try {
            password
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN).setTimeout(LOG_IN_MILLIS));
            return true;
        }
        catch (TimeoutError ex) {
            return false;
        }
    }

    /**
     * Saves what a whole page looks like under {@code target/screenshots}.
     * @param page the tab
     * @param name the name of the file, without its ending
     */
    public void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /**
     * What keeps people out of a page, by the rules of WCAG 2.2 up to level AA.
     * @param page the tab
     * @return each broken rule with the places where it is broken
     */
    public List<String> barriers(Page page) {
        return barriers(page, "html");
    }

    /** What keeps people from using a part of a page that is ours. */
    public List<String> barriers(Page page, String part) {
        return new AxeBuilder(page).include(part)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map((rule) -> "%s: %s".formatted(rule.getHelp(),
                    rule.getNodes().stream().map(CheckedNode::getHtml).toList()))
            .toList();
    }

    /**
     * What the consoles of all tabs reported as errors, oldest first.
     * @return the messages; empty where all went well
     */
    public List<String> errors() {
        return List.copyOf(this.errors);
    }

    @Override
    public void close() {
        this.context.close();
        this.phones.forEach(BrowserContext::close);
    }

    private void noteError(ConsoleMessage message) {
        if (message.type().equals("error")) {
            this.errors.add(message.text() + " @ " + message.location());
        }
    }

    /**
     * Opens an address in a tab of its own profile that runs no scripts, on a phone.
     * @param address the whole address
     * @return the tab
     */
    public Page visitWithoutScripts(String address) {
        BrowserContext phone = this.context.browser()
            .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 780)
                .setIsMobile(true)
                .setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(false));
        this.phones.add(phone);
        Page page = phone.newPage();
        page.setDefaultTimeout(LONGEST_WAIT);
        page.navigate(address);
        return page;
    }

    private static synchronized com.microsoft.playwright.Browser process() {
        if (process == null || !process.isConnected()) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
            try {
                process = launch(playwright);
            }
            catch (PlaywrightException ex) {
                playwright.close();
                throw missing(ex);
            }
        }
        return process;
    }

    private static com.microsoft.playwright.Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        installed().ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    private static com.microsoft.playwright.Browser.NewContextOptions profile() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900)
            .setLocale("nb-NO")
            .setTimezoneId("Europe/Oslo")
            .setAcceptDownloads(true);
    }

    private static Map<String, String> environment() {
        return installed().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    }

    private static RuntimeException missing(PlaywrightException cause) {
        String message = "NOT TESTED: this machine has no Chromium (Debian: apt-get install chromium): "
                + cause.getMessage();
        if ("true".equals(System.getenv("CI"))) {
            return new IllegalStateException(message, cause);
        }
        System.err.println(message);
        return new TestAbortedException(message, cause);
    }

}
