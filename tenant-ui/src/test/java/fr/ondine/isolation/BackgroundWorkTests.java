package fr.ondine.isolation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.web.context.WebApplicationContext;

/** What a page has done elsewhere than in its own request is for its own utility, or fails. */
@IsolationTest
class BackgroundWorkTests {

    private static final String PATH = "en-arriere-plan";
    /** What lasts in the operators' console is done beside its page, for no utility. */
    private static final String CONSOLES = "fr.ondine.ui.console.Work";

    /** A password is hashed for whoever waits for it, with nothing of theirs at hand but the password. */
    private static final String HASHES = "fr.ondine.platform.factors.HashingThreads";

    private static final int VISITS = 20;
    private static final int WAYS = 6;
    private static final Queue<Heard> HEARD = new ConcurrentLinkedQueue<>();

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    /** Who a piece of work was for, and for whom it ran: {@code nobody} when it was refused. */
    record Heard(String way, String wanted, String got) {}

    /** A page that hands work to every kind of thread. */
    @AnonymousAllowed
    @Route(value = PATH, registerAtStartup = false)
    public static class BusyPage extends Main {

        private final transient Tenants tenants;
        private final transient AsyncTaskExecutor executor;

        public BusyPage(Tenants tenants, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
            this.tenants = tenants;
            this.executor = executor;
        }

        @Override
        protected void onAttach(AttachEvent arrival) {
            var ui = arrival.getUI();
            var wanted = TenantContext.current().slug();
            Thread.ofVirtual().start(work("virtual thread", wanted));
            executor.execute(work("task executor", wanted));
            CompletableFuture.runAsync(work("common pool", wanted));
            VaadinService.getCurrent().getExecutor().execute(work("Vaadin's executor", wanted));
            Thread.ofVirtual()
                    .start(() ->
                            ui.access(() -> work("background update", wanted).run()));
            ui.access(() -> work("update of this request", wanted).run());
        }

        private Runnable work(String way, String wanted) {
            return () -> HEARD.add(new Heard(way, wanted, whoIsServed()));
        }

        private String whoIsServed() {
            try {
                return tenants.current().slug();
            } catch (IllegalStateException nobody) {
                return "nobody";
            }
        }
    }

    @BeforeEach
    void a_page_that_works_in_the_background() {
        HEARD.clear();
        routes().setRoute(PATH, BusyPage.class);
    }

    @AfterEach
    void and_then_no_more() {
        routes().removeRoute(PATH);
    }

    @Test
    void work_in_the_background_is_for_its_own_utility_or_for_nobody() throws Exception {
        var wire = new Wire(port);
        var utilities = Marking.of(application, wire, 2);
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = IntStream.range(0, VISITS)
                    .mapToObj(number -> visitors.submit(
                            () -> new Pages(wire).stay(utilities.get(number % 2).host(), "/" + PATH, "")))
                    .toList();
            for (var visit : visits) {
                assertThat(visit.get()).hasSize(3);
            }
        }
        await().untilAsserted(() -> assertThat(HEARD)
                .extracting(Heard::way)
                .as("every way of every visit")
                .hasSize(VISITS * WAYS));

        assertThat(HEARD).allSatisfy(heard -> assertThat(heard.got()).isIn(heard.wanted(), "nobody"));
        var ways = HEARD.stream()
                .collect(Collectors.groupingBy(
                        Heard::way, Collectors.mapping(heard -> heard.got().equals("nobody"), Collectors.toSet())));
        assertThat(ways)
                .as("what leaves the request's thread has no utility at all")
                .containsAllEntriesOf(Map.of(
                        "virtual thread", Set.of(true),
                        "task executor", Set.of(true),
                        "common pool", Set.of(true),
                        "Vaadin's executor", Set.of(true)));
        assertThat(ways.get("update of this request")).containsExactlyElementsOf(List.of(false));
    }

    @Test
    void our_own_work_leaves_its_thread_as_a_job_only() {
        var another = DescribedPredicate.<JavaAccess<?>>describe(
                "another thread",
                access -> Set.of("ofVirtual", "ofPlatform", "startVirtualThread", "parallelStream", "parallel")
                        .contains(access.getTarget().getName()));
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.ondine.platform.tenancy", "fr.ondine.migrations")
                .and()
                .doNotHaveFullyQualifiedName(CONSOLES)
                .and()
                .doNotHaveFullyQualifiedName(HASHES)
                .should()
                .accessTargetWhere(another)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executor.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Executors.class, CompletableFuture.class, Async.class)
                .check(Code.OURS);
    }

    private RouteConfiguration routes() {
        return RouteConfiguration.forRegistry(
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(application.getServletContext())));
    }
}
