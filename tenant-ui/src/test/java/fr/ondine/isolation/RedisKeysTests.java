package fr.ondine.isolation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

/** In Redis everything belongs to one utility, by name, or to the operators' console, which is no utility's. */
@IsolationTest
class RedisKeysTests {

    /** The platform itself keeps nothing: its channel {@code platform:registry} is no key. */
    private static final String OWNED = "(t:[a-z0-9_]{1,55}|console):[a-z-]+:.+";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    StringRedisTemplate redis;

    @Test
    void after_a_whole_visit_every_key_begins_with_its_owner() {
        var wire = new Wire(port);
        var visited = Marking.of(application, wire, 2).getFirst();
        wire.send(Asked.form(visited.host(), "/connexion", "email=nobody@exemple.fr&password=wrong"));
        new Pages(wire).open(visited.host(), "/mon-compte", visited.session());

        var keys = keys();

        assertThat(keys).anyMatch(key -> key.startsWith("t:" + visited.tenant() + ":session:"));
        assertThat(keys).anyMatch(key -> key.startsWith("t:" + visited.tenant() + ":limit:"));
        assertThat(keys).allMatch(key -> key.matches(OWNED));
    }

    @Test
    void nobody_else_reaches_redis() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.ondine.platform.tenancy", "fr.ondine.ui.session")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RedisOperations.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RedisConnectionFactory.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lettuce..", "io.github.bucket4j.redis..")
                .check(Code.OURS);
    }

    private Set<String> keys() {
        var keys = new HashSet<String>();
        try (var found = redis.scan(ScanOptions.scanOptions().count(1000).build())) {
            found.forEachRemaining(keys::add);
        }
        return keys;
    }
}
