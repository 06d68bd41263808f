package fr.ondine.platform.personaldata;

import fr.ondine.tenantconfig.RetentionRules;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What is removed when its time is over, and which rows that is: those whose time ended before {@code :before}. */
public enum RetentionRule {
    ACCOUNT_MAILS(
            months(RetentionRules::accountMails),
            rows("mail", "created_at < :before and agreement_id is null and " + Left.OVER)),
    CONTRACT_MAILS(
            months(RetentionRules::contractMails),
            rows("mail", "created_at < :before and agreement_id is not null and " + Left.OVER)),
    MAILED_LINKS(
            Left.USELESS,
            rows("email_token", "expires_at < :before"),
            rows("old_login_request", "expires_at < :before")),
    SESSIONS(months(RetentionRules::signIns), rows("user_session", "last_used < :before")),
    REMEMBERED_DEVICES(Left.USELESS, rows("remember_me_token", "last_used < :before")),
    /** The last one stays: without any, nobody would be told of the next. */
    KNOWN_BROWSERS(months(RetentionRules::signIns), rows("known_browser", """
            last_used < :before and exists (select from known_browser later
                where later.user_id = known_browser.user_id and later.last_used > known_browser.last_used)""")),
    /** With one goes what it has claimed: it stays while customer service has that to decide, and as long again after a yes. */
    SIGN_UPS(
            months(RetentionRules::signUps), rows("awaited_identity", "asked_at < :before"), rows("user_account", """
            state = 'PENDING' and created_at < :before and not exists (select from email_token t
                where t.user_id = user_account.id and t.expires_at >= :before)
            and not exists (select from pending_claim c
                where c.user_id = user_account.id and (c.state = 'AWAITING_STAFF'
                    or c.state = 'APPROVED' and c.decided_at >= :before))""")),
    /** Of whom nobody has heard since the portal before this one closed; the contract is claimed with an invoice by then. */
    OLD_LOGINS(rules -> Period.ofMonths(36), rows("old_login", """
            came_over_at is null and imported_at < :before
            and not exists (select from old_login_request r where r.old_login_id = old_login.id)""")),
    CLAIMS(months(RetentionRules::claims), rows("pending_claim", """
            state <> 'AWAITING_STAFF' and coalesce(decided_at, expires_at, created_at) < :before""")),
    DELEGATIONS(months(RetentionRules::claims), rows("delegation", "ended_at < :before")),
    CARD_EVENTS(months(RetentionRules::cardEvents), rows("webhook_event", "handled_at < :before"));

    private final Function<RetentionRules, Period> kept;
    private final List<String> removals;

    RetentionRule(Function<RetentionRules, Period> kept, String... removals) {
        this.kept = kept;
        this.removals = Arrays.asList(removals);
    }

    /** For how long, in months or in days. */
    public Period kept(RetentionRules rules) {
        return kept.apply(rules);
    }

    /** Each removes a portion, so that nobody waits for it. */
    List<String> removals() {
        return removals;
    }

    private static Function<RetentionRules, Period> months(ToIntFunction<RetentionRules> months) {
        return rules -> Period.ofMonths(months.applyAsInt(rules));
    }

    private static String rows(String table, String over) {
        return "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit :portion))"
                .formatted(table, over);
    }

    private static final class Left {
        static final String OVER = "(sent_at is not null or given_up_at is not null or withdrawn_at is not null)";

        /** Of what opens nothing any more: long enough to tell a person whose link has expired what to do. */
        static final Function<RetentionRules, Period> USELESS = rules -> Period.ofDays(30);
    }
}
