package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @BeforeEach
    void frozen() {
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
    void whoever_changes_the_answer_changes_their_own_alone() {
        beans.getBeanNamesForType(WORDS)[0] = "changed";

        assertThat(beans.getBeanNamesForType(WORDS)).containsExactly("words");
    }
}
