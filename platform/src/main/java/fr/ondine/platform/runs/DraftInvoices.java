package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.Tenants;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of a simulated run as those who bill look at them: found again from the same facts, for drafts keep no lines. */
@Service
@Transactional(readOnly = true)
public class DraftInvoices {

    private final JdbcClient database;
    private final RunStore runs;
    private final ChunkWork work;
    private final Tariffs tariffs;
    private final Tenants tenants;

    DraftInvoices(JdbcClient database, RunStore runs, ChunkWork work, Tariffs tariffs, Tenants tenants) {
        this.database = database;
        this.runs = runs;
        this.work = work;
        this.tariffs = tariffs;
        this.tenants = tenants;
    }

    /**
     * @param typed the number of a contract
     * @throws NoDraft when the run bills no such contract
     * @throws RunNotReady when the run does not wait to be validated
     */
    public DraftInvoice find(CurrentStaff who, RunId id, String typed) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var run = runs.get(id);
        if (run.state() != RunState.SIMULATED) {
            throw new RunNotReady();
        }
        var numbers = tenants.current().contractNumbers();
        var number = numbers.normalise(typed).orElseThrow(() -> NoDraft.unknown(typed));
        var agreements = agreements(number);
        if (agreements.isEmpty()) {
            throw NoDraft.unknown(typed);
        }
        var ratings = new Ratings(tariffs.all());
        var computed = agreements.stream()
                .map(agreement -> work.one(run, agreement, ratings))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow(() -> NoDraft.elsewhere(typed));
        return computed.drafts().stream()
                .findFirst()
                .map(draft -> DraftInvoice.of(
                        numbers.display(number), draft, run.terms().issuedOn()))
                .orElseThrow(() -> NoDraft.setAside(typed));
    }

    /** A number that passed on is of several, of which the later ones come first. */
    private List<AgreementId> agreements(String number) {
        return database
                .sql("select id from agreement where split_part(number, '~', 1) = :number order by started_on desc")
                .param("number", number)
                .query(UUID.class)
                .list()
                .stream()
                .map(AgreementId::new)
                .toList();
    }
}
