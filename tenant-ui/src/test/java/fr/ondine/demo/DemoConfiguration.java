package fr.ondine.demo;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.operators.Invitations;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.staff.StaffInvitations;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.TenantFilter;
import fr.ondine.platform.tenancy.TenantProvisioning;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the demonstration adds to the application: its own page, and its data at the first start. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    FilterRegistrationBean<DemoDoor> demoDoor(Surroundings surroundings, ApplicationAvailability availability) {
        var door = new FilterRegistrationBean<>(new DemoDoor(new DemoSite(surroundings, availability)));
        door.setOrder(TenantFilter.ORDER - 10);
        return door;
    }

    /** Runs before the application says that it is ready. */
    @Bean
    ApplicationRunner demoData(
            Surroundings surroundings,
            TenantProvisioning provisioning,
            Imports imports,
            FleetDirectory fleet,
            Operators operators,
            Invitations invitations,
            Team team,
            StaffInvitations staffInvitations) {
        var loading = new Loading(surroundings, provisioning, imports, fleet);
        var operator = new DemoOperator(surroundings, operators, invitations);
        var staff = new DemoStaff(surroundings, team, staffInvitations);
        return arguments -> {
            loading.run();
            operator.comeIn();
            staff.comeIn();
        };
    }
}
