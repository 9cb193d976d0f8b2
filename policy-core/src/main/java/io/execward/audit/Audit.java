// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.account.AccountSnapshot;
import io.execward.account.CloudTrailRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Looks for what somebody should look at in a trail (R-EXEC-137), record by record. Kept are the shells, the refused calls, changes of
 * tags and of logging, and which principal used which address; nothing else. For one thread.
 */
public final class Audit implements Consumer<CloudTrailRecord> {
    private static final List<String> CREDENTIALS = List.of(
            "169.254.170.2",
            "169.254.170.23",
            "169.254.169.254",
            "fd00:ec2::23",
            "fd00:ec2::254",
            "aws_container_credentials_relative_uri",
            "aws_container_credentials_full_uri",
            "aws_container_authorization_token");

    private final Production production;
    private final Findings findings = new Findings();
    private final TagThenExec chains = new TagThenExec(call -> true);
    private final NewAddresses addresses = new NewAddresses();
    private final LoggingChanges logging = new LoggingChanges();
    private final RefusalBursts bursts;
    private final List<Shell> shells = new ArrayList<>();
    /** The same words come again and again in a trail, so that one copy of each is enough. */
    private final Map<String, String> words = new HashMap<>();

    private long records;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    private Audit(AccountSnapshot account, AuditSettings settings) {
        this.production = new Production(account, settings.production());
        this.bursts = new RefusalBursts(settings);
    }

    /**
     * An audit that has seen no record yet.
     *
     * @param account tells which clusters are production, if the settings do not
     */
    public static Audit of(AccountSnapshot account, AuditSettings settings) {
        return new Audit(account, settings);
    }

    @Override
    public void accept(CloudTrailRecord event) {
        Call call = new Call(event);
        Instant time = event.time();
        records++;
        first = first.filter(earliest -> !time.isBefore(earliest)).or(() -> Optional.of(time));
        last = last.filter(latest -> !time.isAfter(latest)).or(() -> Optional.of(time));
        addresses.accept(call);
        chains.accept(call);
        logging.accept(call);
        bursts.accept(call);
        if (call.isTaskSession()) {
            add(DetectionKind.SESSION_BYPASS, call, "started a session in " + target(call) + document(call));
        }
        if (call.isLaunch() && call.asksForExec() && call.succeeded()) {
            call.cluster()
                    .filter(production::has)
                    .ifPresent(cluster -> add(
                            DetectionKind.EXEC_ENABLED_ON_PRODUCTION,
                            call,
                            "switched exec on by " + call.action() + " in " + cluster));
        }
        credentials(call);
        if (call.isShell() && call.succeeded()) {
            shells.add(call.shell(this::word));
        }
    }

    private void add(DetectionKind kind, Call call, String what) {
        findings.add(kind, word(call.principal()), !call.succeeded(), what, List.of(call.moment()));
    }

    private String word(String text) {
        return words.computeIfAbsent(text, it -> it);
    }

    private static String target(Call call) {
        return call.task().map(Object::toString).orElse("a container");
    }

    private static String document(Call call) {
        return call.document().map(name -> " with the document " + name).orElse("");
    }

    private void credentials(Call call) {
        if (!call.isLaunch()) {
            return;
        }
        Set<String> found = new TreeSet<>();
        call.overrides(text -> {
            String folded = text.toLowerCase(Locale.ROOT);
            CREDENTIALS.stream().filter(word -> namesWhole(folded, word)).forEach(found::add);
        });
        if (!found.isEmpty()) {
            add(
                    DetectionKind.CREDENTIALS_ADDRESS,
                    call,
                    "called " + call.action() + " with overrides that name " + String.join(", ", found));
        }
    }

    /** True if the word stands in the text, not as the beginning of a longer address. */
    private static boolean namesWhole(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (end == text.length() || !Character.isDigit(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    /** What was found in the records so far. */
    public AuditReport report() {
        Findings all = new Findings();
        all.addAll(findings);
        for (TagThenExec.Chain chain : chains.chains()) {
            List<Moment> moments = new ArrayList<>(chain.shells());
            moments.add(chain.tagged());
            all.add(
                    DetectionKind.TAG_THEN_EXEC,
                    chain.principal(),
                    false,
                    "called " + chain.action() + " on " + chain.target() + ", then had a shell there",
                    moments);
        }
        for (Shell shell : shells) {
            shell(shell, all);
        }
        logging.report(all);
        bursts.report(all);
        return new AuditReport(records, first, last, all.detections(), sorted());
    }

    private void shell(Shell shell, Findings all) {
        Moment moment = new Moment(shell.time(), shell.eventId());
        String where = shell.task().map(Object::toString).orElse("a container");
        if (shell.kind() == Shell.Kind.EXEC && !shell.mfa().equals(Optional.of(true))) {
            String proof = shell.mfa().isPresent() || shell.longTermKeys()
                    ? (shell.longTermKeys() ? "with long-term keys, hence without MFA" : "with a session without MFA")
                    : "with a session of which the record does not tell whether it had MFA";
            all.add(
                    DetectionKind.EXEC_WITHOUT_MFA,
                    shell.principal(),
                    false,
                    "had a shell in " + where + " " + proof,
                    List.of(moment));
        }
        boolean isNew = shell.kind() == Shell.Kind.EXEC
                && shell.address()
                        .map(address -> addresses.isNew(shell.principal(), address, shell.time()))
                        .orElse(false);
        if (isNew) {
            all.add(
                    DetectionKind.EXEC_FROM_NEW_ADDRESS,
                    shell.principal(),
                    false,
                    "had a shell in " + where + " from " + shell.address().orElse("") + ", which was new",
                    List.of(moment));
        }
    }

    /** By time, each call once: CloudTrail delivers at least once. */
    private List<Shell> sorted() {
        Set<String> seen = new HashSet<>();
        return shells.stream()
                .sorted((a, b) -> new Moment(a.time(), a.eventId()).compareTo(new Moment(b.time(), b.eventId())))
                .filter(shell -> seen.add(shell.eventId()))
                .toList();
    }
}
