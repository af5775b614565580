package no.bits.tls.workflow;

import java.util.List;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestPeople;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.property.AdminUserProperty;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/** The first administrator after a first start that was cut off. */
@BackOfficeTest
@Transactional
class FirstAdministratorTests {

    @Autowired
    IdentityService identity;

    @Test
    void isAppointedWhereNobodyIsAdministrator() {
        this.identity.deleteMembership(TestPeople.ADMIN, Role.ADMIN.group());
        named(TestPeople.STRANGER).appoint();
        assertThat(administrators()).containsExactly(TestPeople.STRANGER);
    }

    @Test
    void isNotAppointedWhereSomebodyIs() {
        named(TestPeople.STRANGER).appoint();
        assertThat(administrators()).containsExactly(TestPeople.ADMIN);
    }

    @Test
    void needNotBeNamed() {
        this.identity.deleteMembership(TestPeople.ADMIN, Role.ADMIN.group());
        new FirstAdministrator(this.identity, new CamundaBpmProperties()).appoint();
        assertThat(administrators()).isEmpty();
    }

    private FirstAdministrator named(String name) {
        AdminUserProperty user = new AdminUserProperty();
        user.setId(name);
        CamundaBpmProperties settings = new CamundaBpmProperties();
        settings.setAdminUser(user);
        return new FirstAdministrator(this.identity, settings);
    }

    private List<String> administrators() {
        return this.identity.createUserQuery()
            .memberOfGroup(Role.ADMIN.group())
            .list()
            .stream()
            .map(User::getId)
            .toList();
    }

}
