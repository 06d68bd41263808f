package fr.ondine.platform.stories;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.StatementEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;

/** Reads what the portal says. */
final class Portal {

    private static final String ITEMS = """
            select i.id, i.number, i.kind, i.total_amount,
                   (select coalesce(sum(p.amount), 0) from posting p where p.invoice_id = i.id and p.account = 'RECEIVABLE'),
                   (select coalesce(sum(p.amount), 0) from payment p where p.invoice_id = i.id and p.state = 'PROCESSING')
              from invoice i where i.agreement_id = ? order by i.issued_on, i.number""";

    private static final String FACTS = """
            select p.agreement_id as of, concat_ws(' ', e.source, e.effective_on, p.account, p.amount, p.invoice_id) as fact
              from posting p join ledger_entry e on e.id = p.entry_id where p.agreement_id = any(:ids)
            union all select agreement_id, concat_ws(' ', 'plan', id, state, version, settled_on, outcome, settled_left, closing)
              from instalment_plan where agreement_id = any(:ids)
            union all select p.agreement_id, concat_ws(' ', 'instalment', t.plan_id, t.version, t.due_on, t.amount)
              from instalment t join instalment_plan p on p.id = t.plan_id where p.agreement_id = any(:ids)
            union all select agreement_id, concat_ws(' ', 'to refund', plan_id, amount, paid_on, paid_amount)
              from plan_refund where agreement_id = any(:ids)
            union all select agreement_id, concat_ws(' ', 'payment', id, state, amount) from payment where agreement_id = any(:ids)
            union all select agreement_id, concat_ws(' ', 'invoice', number, total_amount) from invoice where agreement_id = any(:ids)
            order by 2""";

    private final Utility utility;

    Portal(Utility utility) {
        this.utility = utility;
    }

    /** All that the books and the plans hold of each. */
    Map<Party, List<String>> facts(List<Party> parties) {
        var facts = new HashMap<Party, List<String>>();
        var known = parties.stream().collect(toMap(party -> party.agreement().value(), party -> party));
        utility.reading(() -> {
            utility.database
                    .sql(FACTS)
                    .param("ids", known.keySet().toArray(UUID[]::new))
                    .query(row -> {
                        facts.computeIfAbsent(known.get(row.getObject(1, UUID.class)), party -> new ArrayList<>())
                                .add(row.getString(2));
                    });
            return true;
        });
        return facts;
    }

    View view(Party party) {
        var id = party.agreement();
        return utility.reading(() -> {
            var plan = utility.plans.find(utility.staff, id);
            return new View(
                    utility.debts.of(id),
                    utility.invoices.account(party.reader(), id),
                    utility.accounts.find(utility.staff, id).orElseThrow().invoices(),
                    utility.invoices
                            .page(party.reader(), id, PageRequest.of(0, 200))
                            .getContent(),
                    Cents.of(utility.invoices.asked(party.reader()).getOrDefault(id, Money.zero())),
                    statement(party),
                    items(party),
                    sum(party, "('UNALLOCATED')"),
                    sum(party, "('BANK', 'CARD_CLEARING')"),
                    -sum(party, "('REVENUE', 'VAT')"),
                    plan,
                    utility.ownPlans.running(party.reader(), id),
                    utility.plans.refund(utility.staff, id));
        });
    }

    private long statement(Party party) {
        return utility.statements.page(utility.staff, party.agreement(), 0).rows().stream()
                .findFirst()
                .map(StatementEntry::balance)
                .map(Cents::of)
                .orElse(0L);
    }

    private List<View.Item> items(Party party) {
        return utility.database
                .sql(ITEMS)
                .param(party.agreement().value())
                .query((row, number) -> new View.Item(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        cents(row.getBigDecimal(4)),
                        cents(row.getBigDecimal(5)),
                        cents(row.getBigDecimal(6))))
                .list();
    }

    private long sum(Party party, String accounts) {
        return cents(utility.database
                .sql("select coalesce(sum(amount), 0) from posting where agreement_id = ? and account in " + accounts)
                .param(party.agreement().value())
                .query(BigDecimal.class)
                .single());
    }

    private static long cents(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }
}
