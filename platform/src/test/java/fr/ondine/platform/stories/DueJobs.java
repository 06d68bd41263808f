package fr.ondine.platform.stories;

import static java.util.Objects.requireNonNull;

import fr.ondine.platform.tenancy.TenantJob;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.BeanFactory;

/** The jobs of a utility, done on the day of its story. */
final class DueJobs {

    private final Utility utility;
    private final List<TenantJob> jobs;

    DueJobs(Utility utility, BeanFactory beans) {
        this.utility = utility;
        jobs = beans.getBeanProvider(TenantJob.class).stream().toList();
    }

    /** A job that is due, as the scheduler would find it. */
    record Due(String name, UUID id, String instance) {}

    List<Due> due() {
        return requireNonNull(utility.transaction.execute(status -> utility.database
                .sql("select task_name, task_instance from platform.scheduled_tasks"
                        + " where task_instance like ? and execution_time <= ? order by execution_time")
                .params(utility.slug + "/%", utility.clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> due(row.getString(1), row.getString(2)))
                .list()));
    }

    void run(Due due) {
        utility.transaction.executeWithoutResult(status -> utility.database
                .sql("delete from platform.scheduled_tasks where task_instance = ?")
                .param(due.instance())
                .update());
        run(due.name(), due.id());
    }

    /** At its time, whether it waits or not. */
    void run(String name, UUID id) {
        jobs.stream().filter(job -> job.name().equals(name)).forEach(job -> utility.in(() -> job.run(id)));
    }

    /**
     * The payments of which the provider is asked by a job. Of one that is settled none asks any more, unless the provider
     * told something; what it tells of money it names as the portal knows it once it is settled.
     */
    List<CardPayment> asksAbout(Due job, List<CardPayment> cards) {
        return switch (job.name()) {
            case "check-payment" -> {
                var open = utility.strings(
                        "select id::text from payment where id = ? and state in ('INITIATED', 'PROCESSING')", job.id());
                yield which(cards, card -> open.contains(card.id.value().toString()));
            }
            case "handle-stripe-event" -> {
                var told = String.join(
                        "",
                        utility.strings(
                                "select payload from webhook_event where id = ? and handled_at is null", job.id()));
                yield which(
                        cards,
                        card -> told.contains(card.id.value().toString())
                                || card.isSettledHere && told.contains(requireNonNull(card.money)));
            }
            default -> List.of();
        };
    }

    private static List<CardPayment> which(List<CardPayment> cards, Predicate<CardPayment> which) {
        return cards.stream().filter(which).toList();
    }

    void forget() {
        utility.transaction.executeWithoutResult(status -> utility.database
                .sql("delete from platform.scheduled_tasks where task_instance like ?")
                .param(utility.slug + "/%")
                .update());
    }

    private static Due due(String name, String instance) {
        return new Due(name, UUID.fromString(instance.split("/", 3)[1]), instance);
    }
}
