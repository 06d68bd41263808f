package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.fleet.TransferRefused;
import fr.ondine.platform.fleet.UnknownUtility;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Only who administers takes utilities to another database; a person at a screen is asked for the password first. */
@PlatformTest
class ManagedMovesTests {

    private static final String NOBODY = "nobody";

    private final String slug =
            "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Autowired
    ManagedMoves moves;

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    BeanFactory beans;

    @ParameterizedTest
    @EnumSource
    void an_act_is_for_those_who_administer(Act act) {
        assertThatThrownBy(() -> act.on(moves, with(Permission.OPERATE))).isInstanceOf(PermissionMissing.class);
        assertThatThrownBy(() -> act.on(moves, with(Permission.ADMINISTER)))
                .as("goes on to look for the utility, or for the operator")
                .isInstanceOfAny(UnknownUtility.class, NoSuchElementException.class);
    }

    @Test
    void who_gave_no_second_factor_lately_moves_and_deletes_nothing_with_the_password_alone() {
        var longAgo = with(Permission.ADMINISTER).provenAt(Instant.EPOCH);

        assertThatThrownBy(() -> moves.confirmed(longAgo, slug, "main", TestOperators.PASSWORD))
                .isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> moves.deletion(longAgo, slug, "main", slug)).isInstanceOf(ProofNeeded.class);
    }

    @Test
    void every_act_is_in_this_test() {
        assertThatThrownBy(() -> moves.clusters(with(Permission.OPERATE))).isInstanceOf(PermissionMissing.class);
        assertThat(moves.clusters(with(Permission.ADMINISTER))).contains("main");

        var acts = Arrays.stream(ManagedMoves.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
        assertThat(acts).hasSize(Act.values().length + 1);
    }

    @Test
    void a_person_gives_the_password_before_and_nothing_is_done_until_it_is_run() {
        fleet.add(Utilities.like(Utilities.SIEGVO, slug), "operator:test");
        var anne = new TestOperators(beans).signedIn(Permission.ADMINISTER);
        assertThatThrownBy(() -> moves.confirmed(anne, slug, "nowhere", "un autre"))
                .isInstanceOf(PasswordRefused.class);

        var move = moves.confirmed(anne, slug, "nowhere", TestOperators.PASSWORD);

        assertThatThrownBy(() -> move.apply(TransferProgress.SILENT))
                .isInstanceOfSatisfying(
                        TransferRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("fleet.transfer-move-unknown-cluster"));
    }

    @Test
    void a_kept_copy_needs_the_name_of_the_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, slug), "operator:test");
        var anne = with(Permission.ADMINISTER);
        assertThatThrownBy(() -> moves.deletion(anne, slug, "main", "siegvo"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo("fleet.deletion-wrong-name"));

        var deletion = moves.deletion(anne, slug, "main", " SIEGVO ");

        assertThatThrownBy(deletion::run).as("it lives there").hasMessageContaining("move-lives-there");
        assertThat(directory.get(slug).cluster()).isEqualTo("main");
        assertThat(moves.kept(anne, slug)).isEmpty();
    }

    private static CurrentOperator with(Permission permission) {
        return new CurrentOperator(UUID.randomUUID(), "anne@exploitant.fr", "Anne Martin", permission, 1)
                .provenAt(Instant.parse("2999-01-01T00:00:00Z"));
    }

    private enum Act {
        KEPT((moves, who) -> moves.kept(who, NOBODY)),
        MOVE((moves, who) -> moves.move(who, NOBODY, "main", TransferProgress.SILENT)),
        CONFIRMED((moves, who) -> moves.confirmed(who, NOBODY, "main", "")),
        DELETION((moves, who) -> moves.deletion(who, NOBODY, "main", ""));

        private final Work work;

        Act(Work work) {
            this.work = work;
        }

        void on(ManagedMoves moves, CurrentOperator who) {
            work.on(moves, who);
        }
    }

    private interface Work {
        void on(ManagedMoves moves, CurrentOperator who);
    }
}
