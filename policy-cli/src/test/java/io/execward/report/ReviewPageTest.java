// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.review.AccessReview;
import io.execward.review.ReviewOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The page as a reader meets it, in a real browser. Without a browser the tests are skipped, but not where the environment variable CI
 * is set. Pictures of what was seen stay in {@code target/review-page}.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewPageTest {
    private static final Path FOLDER = Path.of("target", "review-page");

    private final AccessReview review = SmallAccount.review();
    private Path program = Path.of("");
    private Browser browser;

    @BeforeAll
    void find_the_browser() {
        Optional<Path> found = Browser.installed();
        if (found.isEmpty() && System.getenv("CI") == null) {
            assumeTrue(false, "no chromium on the PATH: the page was not looked at; install it, or run .ci/run");
        }
        program = found.orElseThrow(() -> new AssertionError("no chromium on the PATH, which CI needs: see .ci/run"));
    }

    @BeforeEach
    void open() throws Exception {
        StringBuilder page = new StringBuilder();
        new ReviewReport(review, "samples/account", List.of("--cluster", "*")).html(page::append);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("review.html"), page);
        browser = new Browser(program, FOLDER.resolve("review.html").toAbsolutePath());
    }

    @AfterEach
    void nothing_was_loaded_and_nothing_went_wrong() throws Exception {
        if (browser != null) {
            List<String> complaints = browser.complaints();
            List<String> requested = browser.requested();
            browser.close();
            assertThat(complaints).isEmpty();
            assertThat(requested)
                    .containsExactly(FOLDER.resolve("review.html")
                            .toAbsolutePath()
                            .toUri()
                            .toString());
        }
    }

    private void show(AccessReview other) throws Exception {
        browser.close();
        StringBuilder page = new StringBuilder();
        new ReviewReport(other, "samples/account", List.of()).html(page::append);
        Files.writeString(FOLDER.resolve("review.html"), page);
        browser = new Browser(program, FOLDER.resolve("review.html").toAbsolutePath());
    }

    private String state(int row, int column) throws Exception {
        return browser.evaluate(
                "document.querySelector('#grid td[data-r=\"" + row + "\"][data-c=\"" + column + "\"]').dataset.state");
    }

    private int count(String selector) throws Exception {
        return Integer.parseInt(browser.evaluate("document.querySelectorAll('" + selector + "').length"));
    }

    private String text(String selector) throws Exception {
        return browser.evaluate("document.querySelector('" + selector + "').innerText");
    }

    @Test
    void every_cell_shows_the_state_that_the_review_has() throws Exception {
        assertThat(count("#grid tbody tr")).isEqualTo(review.principals().size());
        for (int row = 0; row < review.principals().size(); row++) {
            for (int column = 0; column < review.targets().size(); column++) {
                CellState state = CellState.of(review.cell(row, column));
                assertThat(state(row, column)).isEqualTo(state.name());
                assertThat(text("#grid td[data-r=\"" + row + "\"][data-c=\"" + column + "\"] .sign"))
                        .isEqualTo(state.sign());
            }
        }
        browser.window(1440, 1250);
        browser.screenshot(FOLDER.resolve("light.png"));
        browser.media("screen", "dark");
        browser.screenshot(FOLDER.resolve("dark.png"));
    }

    @Test
    void filters_leave_the_rows_and_columns_that_fit() throws Exception {
        browser.evaluate("document.getElementById('f-principal').focus()");
        browser.type("ONCALLDEP");
        assertThat(count("#grid tbody tr")).isEqualTo(1);
        assertThat(state(0, 0)).isEqualTo("CONDITIONAL");
        assertThat(text("#count")).isEqualTo("2 principals in 1 row, 4 columns");
        browser.type(" nobody");
        assertThat(count("#grid tbody tr")).isZero();
        assertThat(text("#count")).contains("Nothing matches");
        browser.evaluate("document.querySelector('#filters button').click()");
        browser.evaluate("new Promise(done => setTimeout(done))");
        assertThat(count("#grid tbody tr")).isEqualTo(5);

        select("f-cluster", "prod");
        assertThat(count("#grid tbody tr:first-child td")).isEqualTo(2);
        select("f-cluster", "all");
        select("f-kind", "session");
        assertThat(state(2, 0)).isEqualTo("OPEN");
        assertThat(state(4, 0)).isEqualTo("NONE");
        select("f-state", "● open");
        assertThat(count("#grid tbody tr")).isEqualTo(2);
        assertThat(count("#road-list > .road")).isEqualTo(2);
    }

    private void select(String id, String option) throws Exception {
        browser.evaluate("(() => { const select = document.getElementById('" + id + "');"
                + " select.value = [...select.options].find(it => it.textContent === '" + option + "').value;"
                + " select.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }

    @Test
    void the_keyboard_alone_reaches_every_cell_and_its_explanation() throws Exception {
        assertThat(count("#grid td[tabindex=\"0\"]"))
                .as("the grid is one stop of the tab key")
                .isEqualTo(1);
        browser.evaluate("document.querySelector('#grid td[tabindex=\"0\"]').focus()");
        browser.press("ArrowDown");
        browser.press("ArrowRight");
        assertThat(browser.evaluate("document.activeElement.dataset.r + document.activeElement.dataset.c"))
                .isEqualTo("11");
        browser.press("Enter");
        assertThat(browser.evaluate("document.getElementById('panel').hidden")).isEqualTo("false");
        assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("panel");
        assertThat(text("#panel"))
                .contains("role/OnCall", "role/OnCallDeputy", "aws:MultiFactorAuthPresent is `true`")
                .contains("roles/OnCall.json:2:3", "ShellWithMfa")
                .contains("NoSessions");
        assertThat(browser.evaluate("document.querySelector('#panel pre').textContent"))
                .startsWith("execward simulate \\\n  --account samples/account \\\n  --principal")
                .contains("--context aws:MultiFactorAuthPresent=true");
        browser.window(1440, 1250);
        browser.screenshot(FOLDER.resolve("explanation.png"));
        browser.press("Escape");
        assertThat(browser.evaluate("document.getElementById('panel').hidden")).isEqualTo("true");
        assertThat(browser.evaluate("document.activeElement.dataset.r"))
                .as("the focus is where it was")
                .isEqualTo("1");
        browser.press("End");
        browser.press("ArrowDown");
        browser.press("ArrowDown");
        browser.press("ArrowDown");
        browser.press("ArrowDown");
        assertThat(browser.evaluate("document.activeElement.dataset.r + document.activeElement.dataset.c"))
                .as("the last cell, and not beyond")
                .isEqualTo("43");
    }

    @Test
    void names_from_documents_are_text_and_nothing_else() throws Exception {
        assertThat(browser.evaluate("document.title")).isEqualTo("Shell access review");
        assertThat(count("img")).isZero();
        assertThat(count("script")).isEqualTo(2);
        assertThat(count("b b")).isZero();
        assertThat(text("body"))
                .contains("<script>document.title='taken'</script>")
                .doesNotContain("\u202E");
        String content = Files.readString(FOLDER.resolve("review.html"));
        assertThat(content)
                .contains("default-src 'none'")
                .doesNotContain("taken'</script>")
                .doesNotContain("\u2028");
        browser.evaluate("document.querySelector('#grid td[data-r=\"0\"][data-c=\"2\"]').click()");
        assertThat(text("#panel-title")).contains("<img src=x onerror=alert(1)>");
        assertThat(count("img")).isZero();
    }

    @Test
    void the_sample_account_is_shown_as_it_is() throws Exception {
        AccountSnapshot account = AccountReader.create().read(Path.of("..", "samples", "account"));
        AccessReview sample = AccessReview.of(account, ReviewOptions.everything());
        show(sample);
        assertThat(states("BreakGlass", "")).containsOnly("OPEN");
        assertThat(states("mallory", "")).containsOnly("SIDE_ROAD");
        assertThat(states("ProdSupport", "production-app")).containsOnly("DENIED");
        assertThat(states("DebugOnly", "service:api/debug")).containsOnly("OPEN");
        assertThat(states("DebugOnly", "service:api/api")).containsOnly("DENIED");
        filter("f-principal", "");
        filter("f-container", "");
        browser.window(1440, 1500);
        browser.screenshot(FOLDER.resolve("sample.png"));
        filter("f-principal", "ProdSupport");
        browser.evaluate("document.querySelector('#grid td[data-state=OPEN]').click()");
        assertThat(text("#panel")).contains("kms:GenerateDataKey", "role/ProdSupport/exec", "FullAWSAccess");
        browser.screenshot(FOLDER.resolve("sample-explanation.png"));
        browser.press("Escape");
        filter("f-principal", "");
        assertThat(Browser.pages(browser.pdf(FOLDER.resolve("sample.pdf")))).isGreaterThan(1);
    }

    /** The states of the cells that two filters leave. */
    private List<String> states(String principal, String container) throws Exception {
        filter("f-principal", principal);
        filter("f-container", container);
        String found =
                browser.evaluate("[...document.querySelectorAll('#grid td')].map(it => it.dataset.state).join(' ')");
        return List.of(found.split(" ", -1));
    }

    private void filter(String id, String value) throws Exception {
        browser.evaluate("(() => { const field = document.getElementById('" + id + "'); field.value = '" + value
                + "'; field.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }

    @Test
    void a_large_review_opens_folded_and_in_parts() throws Exception {
        show(SmallAccount.large(400, 300));
        assertThat(count("#grid tbody tr")).isEqualTo(150);
        assertThat(count("#grid tbody tr:first-child td"))
                .as("one for each cluster")
                .isEqualTo(20);
        browser.evaluate("document.getElementById('more-rows').click()");
        assertThat(count("#grid tbody tr")).isEqualTo(300);
        browser.evaluate("document.querySelector('#grid td[data-r=\"0\"][data-c=\"3\"]').click()");
        assertThat(count("#grid tbody tr:first-child td"))
                .as("a cluster unfolded")
                .isEqualTo(19 + 15);
        assertThat(text("#basis")).contains("of the first 5000");
        browser.window(1440, 1000);
        browser.screenshot(FOLDER.resolve("large.png"));
    }

    @Test
    void it_can_be_read_on_paper() throws Exception {
        byte[] pdf = browser.pdf(FOLDER.resolve("review.pdf"));
        assertThat(Browser.pages(pdf)).isGreaterThan(1);
        assertThat(count("#paper table"))
                .as("the tables for paper are gone again")
                .isZero();
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(count("#paper td")).isEqualTo(5 * 4);
        browser.media("print", "light");
        browser.window(1047, 1400); // A4 landscape without its margins
        browser.screenshot(FOLDER.resolve("paper.png"));
    }
}
