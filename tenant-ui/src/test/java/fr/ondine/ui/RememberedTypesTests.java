package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

class RememberedTypesTests {

    static final ResolvableType WORDS = ResolvableType.forClassWithGenerics(Supplier.class, String.class);

    private final RememberedTypes beans = new RememberedTypes();

    static final class Words implements Supplier<String> {
        @Override
        public String get() {
            return "words";
        }
    }

    static final class Numbers implements Supplier<Integer> {
        @Override
        public Integer get() {
            return 1;
        }
    }

    /** As the build writes beans down. */
    private static <T> RootBeanDefinition written(Class<T> type, Supplier<? extends T> maker) {
        var definition = new RootBeanDefinition(type);
        definition.setInstanceSupplier(maker);
        return definition;
    }

    interface Counted {}

    static class Plain {}

    static final class CountedPlain extends Plain implements Counted {}

    static final class Factory implements FactoryBean<Words> {
        @Override
        public Words getObject() {
            return new Words();
        }

        @Override
        public Class<Words> getObjectType() {
            return Words.class;
        }
    }

    @BeforeEach
    void frozen() {
        beans.registerBeanDefinition("more-than-told", written(Plain.class, CountedPlain::new));
        beans.registerBeanDefinition("told", written(Plain.class, Plain::new));
        beans.registerBeanDefinition("numbers", new RootBeanDefinition(Numbers.class));
        beans.registerBeanDefinition("words", new RootBeanDefinition(Words.class));
        beans.freezeConfiguration();
    }

    @Test
    void of_a_generic_type_are_those_of_its_arguments_however_often_it_is_asked() {
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");
        assertThat(beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(Callable.class, String.class)))
                .isEmpty();
    }

    @Test
    void one_that_comes_later_is_found_and_one_that_goes_is_not() {
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");

        beans.registerBeanDefinition("more", new RootBeanDefinition(Words.class));
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words", "more");

        beans.removeBeanDefinition("more");
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");
    }

    @Test
    void an_object_that_is_given_later_is_found_and_is_gone_when_it_is_destroyed() {
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");

        beans.registerSingleton("given", new Words());
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words", "given");

        beans.destroySingleton("given");
        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");
    }

    @Test
    void a_bean_is_what_was_written_down_of_it_and_what_it_turns_out_to_be_once_it_is_there() {
        assertThat(beans.getBeanNamesForType(Plain.class)).containsExactly("more-than-told", "told");
        assertThat(beans.isTypeMatch("told", Object.class)).isTrue();
        assertThat(beans.isTypeMatch("more-than-told", Counted.class)).isFalse();

        beans.getBean("told");
        beans.getBean("more-than-told");

        assertThat(beans.isTypeMatch("told", Counted.class)).isFalse();
        assertThat(beans.isTypeMatch("more-than-told", Counted.class)).isTrue();
        assertThat(beans.getBeanNamesForType(Plain.class)).containsExactly("more-than-told", "told");
    }

    @Test
    void a_factory_is_looked_at_for_what_it_makes() {
        beans.registerBeanDefinition("factory", written(Factory.class, Factory::new));
        beans.freezeConfiguration();

        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words", "factory");
        assertThat(beans.getBeanNamesForType(Words.class)).containsExactly("words", "factory");
        assertThat(beans.getBeanNamesForType(Factory.class)).containsExactly("&factory");
    }

    @Test
    void a_bean_that_takes_the_place_of_another_is_what_it_is() {
        beans.registerBeanDefinition("told", written(Words.class, Words::new));

        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("told", "words");
        assertThat(beans.getBeanNamesForType(Plain.class)).containsExactly("more-than-told");
    }

    @Test
    void whoever_changes_the_answer_changes_their_own_alone() {
        beans.getBeanNamesForType(WORDS)[0] = "changed";

        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");
    }
}
