package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.AddressRestored;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.LetInProgram;
import fr.ondine.platform.provider.LetInPrograms;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What a person sees of the programs that they let in, and what ends when they take that back. */
class LetInProgramsTests extends ProviderPortal {

    private static final String ALL = "openid profile email own:read";

    @Autowired
    LetInPrograms programs;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void are_listed_with_what_they_may_do_since_when_and_when_they_last_came() {
        var program = application(HERE);
        var person = subscriber(HERE);
        var tokens = program.exchange(program.code("openid own:read", session(HERE, person)));

        assertThat(known(HERE, person)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Suivi conso");
            assertThat(one.scopes()).containsExactly(ClientScope.OPENID, ClientScope.OWN_READ);
            assertThat(one.lastUsedAt()).isAfterOrEqualTo(one.since());
        });

        in(HERE, "update provider_consent set last_used_at = null where user_id = '" + person.value() + "'");
        assertThat(program.refresh(Program.text(tokens, "refresh_token")).status())
                .isEqualTo(200);
        assertThat(known(HERE, person).getFirst().lastUsedAt()).isNotNull();
        assertThat(known(HERE, subscriber(HERE))).as("another person's").isEmpty();
    }

    @Test
    void one_that_was_asked_about_and_not_let_in_is_not_listed_and_one_that_knows_who_the_person_is_alone_is() {
        var person = subscriber(HERE);
        var cookie = session(HERE, person);
        application(HERE).ask(ALL, cookie);
        assertThat(known(HERE, person)).isEmpty();

        var program = application(HERE);
        var tokens = program.exchange(program.code("openid", cookie));
        assertThat(known(HERE, person))
                .singleElement()
                .satisfies(one -> assertThat(one.scopes()).containsExactly(ClientScope.OPENID));

        takeBack(HERE, person, program);
        assertThat(known(HERE, person)).isEmpty();
        assertThat(program.isActive(Program.text(tokens, "access_token"))).isFalse();
    }

    @Test
    void what_is_taken_back_ends_at_once_and_is_asked_for_again() {
        var program = application(HERE);
        var person = subscriber(HERE);
        var cookie = session(HERE, person);
        var first = program.exchange(program.code(ALL, cookie));
        var second = program.exchange(program.code(ALL, cookie));
        var unused = program.code(ALL, cookie);
        assertThat(me(program, first)).isEqualTo(200);

        takeBack(HERE, person, program);

        for (var tokens : List.of(first, second)) {
            assertThat(program.isActive(Program.text(tokens, "access_token"))).isFalse();
            assertThat(me(program, tokens)).isEqualTo(401);
            ProviderTests.assertRefused(program.refresh(Program.text(tokens, "refresh_token")), "invalid_grant");
        }
        ProviderTests.assertRefused(program.exchange(unused), "invalid_grant");
        assertThat(program.ask(ALL, cookie).header("Location").orElseThrow()).contains("/autorisation?");
        assertThat(known(HERE, person)).isEmpty();
        assertThat(acts(person)).containsExactly("provider.consent-given", "provider.consent-withdrawn");
        for (var subject : List.of("Un service a maintenant accès", "Un service n'a plus accès")) {
            assertThat(CaughtMails.shared()
                            .await(
                                    person.value() + "@exemple.fr",
                                    mail -> mail.subject().startsWith(subject))
                            .plain())
                    .contains("Suivi conso");
        }
    }

    @Test
    void a_question_that_waits_for_its_answer_is_over_too() {
        var program = application(HERE);
        var person = subscriber(HERE);
        var cookie = session(HERE, person);
        program.code("openid email", cookie);
        var question = program.ask(ALL, cookie).header("Location").orElseThrow();

        takeBack(HERE, person, program);

        var answer = program.answer(question, cookie, ALL.split(" "));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("code=");
    }

    @Test
    void nobody_elses_access_ends_with_it() {
        var program = application(HERE);
        var other = application(HERE);
        var machine = machine(HERE);
        var person = subscriber(HERE);
        var neighbour = subscriber(HERE);
        var ofMachine = access(machine);
        var ofOther = other.exchange(other.code(ALL, session(HERE, person)));
        var ofNeighbour = program.exchange(program.code(ALL, session(HERE, neighbour)));
        var own = program.exchange(program.code(ALL, session(HERE, person)));

        takeBack(HERE, subscriber(HERE), program);
        takeBack(HERE, person, machine);
        TenantContext.runAs(THERE, () -> programs.takeBack(person, id(HERE, program)));
        assertThat(program.isActive(Program.text(own, "access_token")))
                .as("by another person, of a machine, at another utility")
                .isTrue();
        assertThat(known(THERE, person)).isEmpty();
        assertThat(acts(person)).doesNotContain("provider.consent-withdrawn");

        takeBack(HERE, person, program);
        assertThat(program.isActive(Program.text(own, "access_token"))).isFalse();
        assertThat(other.isActive(Program.text(ofOther, "access_token"))).isTrue();
        assertThat(program.isActive(Program.text(ofNeighbour, "access_token"))).isTrue();
        assertThat(machine.isActive(ofMachine)).isTrue();
        assertThat(program.ask(ALL, session(HERE, neighbour)).header("Location").orElseThrow())
                .startsWith(Program.BACK);
    }

    @Test
    void no_code_is_given_while_it_is_taken_back() {
        var program = application(HERE);
        var person = subscriber(HERE);
        var cookie = session(HERE, person);
        program.code(ALL, cookie);

        var asked = TenantContext.callAs(
                HERE,
                () -> transaction.execute(status -> {
                    var of = " from provider_consent where user_id = '" + person.value() + "'";
                    database.sql("select user_id" + of + " for update")
                            .query(UUID.class)
                            .single();
                    var answer = CompletableFuture.supplyAsync(
                            () -> program.ask(ALL, cookie),
                            task -> Thread.ofVirtual().start(task));
                    await().pollInSameThread()
                            .until(() -> database.sql("select count(distinct pid) from pg_locks where not granted")
                                            .query(Integer.class)
                                            .single()
                                    == 1);
                    database.sql("delete" + of).update();
                    return answer;
                }));

        assertThat(asked.join().header("Location").orElse("")).doesNotContain("code=");
    }

    @Test
    void what_was_agreed_to_while_the_account_had_anothers_address_is_asked_again_once_its_owner_takes_it_back() {
        var person = subscriber(HERE);
        var cookie = session(HERE, person);
        var before = application(HERE);
        before.code("openid own:read", cookie);
        var changedAt = Instant.now();
        var meanwhile = application(HERE);
        meanwhile.code("openid own:read", cookie);

        TenantContext.runAs(
                HERE,
                () -> transaction.executeWithoutResult(status -> events.publishEvent(
                        new AddressRestored(HERE, person, new EmailAddress("voleur@exemple.fr"), changedAt))));

        assertThat(known(HERE, person)).hasSize(1);
        assertThat(meanwhile.ask("openid own:read", cookie).header("Location").orElseThrow())
                .contains("/autorisation?");
        assertThat(before.ask("openid own:read", cookie).header("Location").orElseThrow())
                .startsWith(Program.BACK);
    }

    @Test
    void an_account_that_is_deleted_lets_nobody_in() {
        var program = application(HERE);
        var person = subscriber(HERE);
        program.exchange(program.code(ALL, session(HERE, person)));

        TenantContext.runAs(
                HERE,
                () -> transaction.executeWithoutResult(status -> events.publishEvent(
                        new AccountDeleted(HERE, person, new EmailAddress(person.value() + "@exemple.fr")))));

        var of = " where user_id = '" + person.value() + "'";
        assertThat(one(HERE, "select count(*) from provider_consent" + of)).isEqualTo("0");
        assertThat(one(HERE, "select count(*) from provider_authorization" + of + " and revoked_at is null"))
                .isEqualTo("0");
    }

    private List<LetInProgram> known(TenantId utility, UserId person) {
        return TenantContext.callAs(utility, () -> programs.of(person));
    }

    private void takeBack(TenantId utility, UserId person, Program program) {
        TenantContext.runAs(utility, () -> programs.takeBack(person, id(utility, program)));
    }

    private UUID id(TenantId utility, Program program) {
        return UUID.fromString(
                one(utility, "select id from provider_client where client_id = '" + program.clientId() + "'"));
    }

    private static int me(Program program, RawHttp.Answer tokens) {
        return program.http()
                .get(program.host(), "/api/v1/me", "Authorization: Bearer " + Program.text(tokens, "access_token"))
                .status();
    }

    private List<String> acts(UserId person) {
        return List.of(one(
                        HERE,
                        "select coalesce(string_agg(action, ',' order by occurred_at), '') from audit_entry"
                                + " where actor = 'user:" + person.value() + "' and action like 'provider.%'")
                .split(","));
    }
}
