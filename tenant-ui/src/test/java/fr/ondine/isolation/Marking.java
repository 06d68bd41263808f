package fr.ondine.isolation;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimConfirmationRequested;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oldaccounts.OldAccountAwaits;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes utilities that are full of marks: their words, people, papers, mails and sessions. */
record Marking(ApplicationContext application, Wire wire) {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)\\?jeton=(\\S+)");

    /** An attack asks more often than any visitor. */
    private static final Limits UNHURRIED = new Limits(100_000, 2, 5_000, 20_000);

    private static final Map<ApplicationContext, List<Marked>> MADE = new HashMap<>();
    private static final Map<ApplicationContext, MarkedOperator> OPERATORS = new HashMap<>();
    private static final List<TenantId> MODELS = List.of(Utilities.SIEGVO, Utilities.ILEO, Utilities.MALESHERBOIS);

    /** So many utilities of a running application; made once, because all attacks leave them as they are. */
    static synchronized List<Marked> of(ApplicationContext application, Wire wire, int count) {
        var made = MADE.computeIfAbsent(application, running -> new ArrayList<>());
        while (made.size() < count) {
            made.add(new Marking(application, wire).like(MODELS.get(made.size() % MODELS.size())));
        }
        return List.copyOf(made.subList(0, count));
    }

    /** A utility configured like one of the three, with every name of it replaced by a mark. */
    private Marked like(TenantId model) {
        var tenant =
                new TenantId("m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        var mark = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        var shown = "shown" + mark;
        var kept = "kept" + mark;
        bean(TenantProvisioning.class).provision(yaml(model, tenant, shown));
        bean(Fleet.class).limit(tenant.slug(), UNHURRIED, "test");
        var operator = OPERATORS.computeIfAbsent(application, running -> MarkedOperator.comeIn(running, wire));
        return TenantContext.callAs(tenant, () -> {
            var email = kept + "@exemple.fr";
            var user = account(email, kept);
            var ids = rows(user, shown, kept);
            var last = mails(user, email, kept);
            invite(user, last, ids.get("agreement"));
            var cookies = signedIn(tenant, last);
            var staff = new MarkedStaff(application, kept).comeIn(() -> links().get("/gestion/invitation"));
            return new Marked(
                    tenant,
                    shown,
                    kept,
                    last,
                    ids,
                    links(),
                    cookies.get("session"),
                    cookies.get("remember"),
                    staff.agent(),
                    staff.biller(),
                    staff.accountant(),
                    staff.reader(),
                    staff.administrator(),
                    new MarkedPrograms(application, wire, kept).comeIn(cookies.get("session")),
                    operator);
        });
    }

    private static String yaml(TenantId model, TenantId tenant, String shown) {
        return Utilities.yaml(model)
                .replaceAll("(?m)^slug: .*$", "slug: " + tenant)
                .replaceAll("(?m)^hosts: .*$", "hosts: [" + tenant + ".localhost]")
                .replaceAll("(?m)^(\\s+stripe-account:) .*$", "$1 acct_1" + tenant)
                .replaceAll("(?m)^name: .*$", "name: Eaux " + shown)
                .replaceAll("(?m)^slogan: .*$", "slogan: L'eau de " + shown)
                .replaceAll("(?m)^(\\s+legal-name:) .*$", "$1 " + shown)
                .replaceAll("(?m)^(\\s+service-name:) .*$", "$1 Accueil " + shown)
                .replaceAll("(?m)^(\\s+welcome:) .*$", "$1 Bienvenue chez " + shown);
    }

    /** Signed up, activated and moved to another address, as a person would: the mails are real ones. */
    private UserId account(String email, String kept) {
        var registration = bean(Registration.class);
        var visitor = new Visitor("192.0.2.1");
        var name = new PersonName("Mme", "Anne", kept);
        registration.signUp(new NewAccount(new EmailAddress(email), Marked.PASSWORD, name), visitor);
        registration.activate(new RawToken(links().get("/activation")), Marked.PASSWORD);
        return new UserId(in(() -> database()
                .sql("select id from user_account where email = ?")
                .param(email)
                .query(UUID.class)
                .single()));
    }

    /** The person as their account is by now. */
    private CurrentUser now(UserId user) {
        return bean(Sessions.class).asSeen(user).orElseThrow();
    }

    /** Leaves one unused link of every kind; the address that the account has in the end. */
    private String mails(UserId user, String email, String kept) {
        var visitor = new Visitor("192.0.2.1");
        var moved = "b." + email;
        var profiles = bean(Profiles.class);
        profiles.requestEmailChange(now(user), Marked.PASSWORD, new EmailAddress(moved), visitor);
        profiles.confirmEmailChange(new RawToken(links().get("/nouvelle-adresse")), Marked.PASSWORD);
        profiles.requestEmailChange(now(user), Marked.PASSWORD, new EmailAddress("c." + email), visitor);
        bean(Credentials.class).requestReset(new EmailAddress(moved), visitor);
        bean(Registration.class)
                .signUp(
                        new NewAccount(
                                new EmailAddress("d." + email), Marked.PASSWORD, new PersonName(null, null, kept)),
                        visitor);
        return moved;
    }

    /** Somebody is invited to see the contract. */
    private void invite(UserId user, String email, String agreement) {
        bean(Delegations.class)
                .invite(
                        now(user),
                        new AgreementId(UUID.fromString(agreement)),
                        new EmailAddress("e." + email),
                        true,
                        LocalDate.now(bean(Clock.class)).plusMonths(1),
                        Marked.PASSWORD);
    }

    private Map<String, String> rows(UserId user, String shown, String kept) {
        return in(() -> {
            var rows = new MarkedRows(database(), kept);
            var agreement = rows.agreement(user.value());
            var pdf = bean(Documents.class).store(kept + ".pdf", "application/pdf", MarkedRows.paper(kept));
            var invoice = rows.invoice(agreement, pdf.value());
            bean(Ledger.class)
                    .post(LedgerEntry.invoice(
                            new ReceivableId(invoice),
                            new AgreementId(agreement),
                            LocalDate.now(bean(Clock.class)),
                            Money.euros("100.00"),
                            Money.euros("5.50")));
            var token = RawToken.fresh();
            rows.pendingClaim(user.value(), token);
            bean(ApplicationEventPublisher.class)
                    .publishEvent(new ClaimConfirmationRequested(
                            TenantContext.current(),
                            new EmailAddress(kept + "@exemple.fr"),
                            new EmailAddress(kept + "@exemple.fr"),
                            kept,
                            token,
                            bean(Clock.class).instant().plus(Duration.ofDays(1))));
            var bringsIn = RawToken.fresh();
            rows.oldLogin(agreement, user.value(), bringsIn);
            bean(ApplicationEventPublisher.class)
                    .publishEvent(new OldAccountAwaits(
                            TenantContext.current(),
                            user,
                            new EmailAddress(kept + "@exemple.fr"),
                            bringsIn,
                            bean(Clock.class).instant().plus(Duration.ofDays(1))));
            var ids = new HashMap<String, String>();
            ids.put("slug", TenantContext.current().slug());
            ids.put("agreement", agreement.toString());
            ids.put("invoice", invoice.toString());
            ids.put("payment", rows.payment(agreement, invoice, user.value()).toString());
            ids.put("document", pdf.value().toString());
            ids.put("logo", rows.logo(bean(Documents.class), shown).toString());
            ids.put("reading", rows.doubted(user.value()).toString());
            ids.put("claim", rows.claimToDecide(agreement, user.value()).toString());
            ids.put("leak", rows.leak(agreement).toString());
            var batch = rows.reminders(agreement, invoice);
            ids.put("reminder-batch", batch.toString());
            ids.put("apology", rows.apology(batch).toString());
            ids.put("run", rows.run(agreement).toString());
            ids.put("user", user.value().toString());
            ids.put("tariff-version", rows.tariff().toString());
            return ids;
        });
    }

    /** The latest link to each page, as its mail has it. */
    private Map<String, String> links() {
        var links = new HashMap<String, String>();
        in(() -> database()
                        .sql("select plain from mail order by created_at")
                        .query(String.class)
                        .list())
                .forEach(mail -> LINK.matcher(mail).results().forEach(link -> links.put(link.group(1), link.group(2))));
        return links;
    }

    private Map<String, String> signedIn(TenantId tenant, String email) {
        var answer = wire.send(Asked.form(
                tenant + ".localhost",
                "/connexion",
                "email=" + email + "&password=" + Marked.PASSWORD.replace(' ', '+') + "&remember=on"));
        var cookies = new HashMap<String, String>();
        for (var cookie : answer.cookies().split("; ")) {
            cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie);
        }
        if (!cookies.keySet().containsAll(Set.of("session", "remember"))) {
            throw new AssertionError("the marked subscriber could not sign in: " + answer.text());
        }
        return cookies;
    }

    private <T> T in(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    private JdbcClient database() {
        return bean(JdbcClient.class);
    }

    private <T> T bean(Class<T> type) {
        return type == ApplicationEventPublisher.class ? type.cast(application) : application.getBean(type);
    }
}
