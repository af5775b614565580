package no.bits.tls.workflow;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;

import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine. Staff never get to write filters: an expression in
 * a stored filter is code.
 */
@Component
class AccessRights {

    private final IdentityService identity;

    private final AuthorizationService authorizations;

    AccessRights(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    void grant() {
        group(Role.STAFF, "Staff");
        group(Role.MANAGER, "Managers");
        group(Role.ADMIN, "Administrators");
        grantStaff();
        grantManagers();
        for (Resource resource : Resources.values()) {
            grant(Role.ADMIN, resource, "*", Permissions.ALL);
        }
    }

    private void grantStaff() {
        grant(Role.STAFF, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(Role.STAFF, Resources.FILTER, "*", Permissions.READ);
        grant(Role.STAFF, Resources.PROCESS_DEFINITION, "*", ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.TASK_ASSIGN,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(Role.STAFF, Resources.USER, "*", Permissions.READ);
        grant(Role.STAFF, Resources.GROUP, "*", Permissions.READ);
    }

    private void grantManagers() {
        grant(Role.MANAGER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(Role.MANAGER, Resources.PROCESS_DEFINITION, "*", ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY);
        grant(Role.MANAGER, Resources.TASK, "*", Permissions.READ);
        grant(Role.MANAGER, Resources.DEPLOYMENT, "*", Permissions.READ);
        grant(Role.MANAGER, Resources.DECISION_DEFINITION, "*", Permissions.READ);
        grant(Role.MANAGER, Resources.USER, "*", Permissions.READ);
        grant(Role.MANAGER, Resources.GROUP, "*", Permissions.READ);
    }

    private void group(Role role, String name) {
        Group existing = this.identity.createGroupQuery().groupId(role.group()).singleResult();
        Group group = (existing != null) ? existing : this.identity.newGroup(role.group());
        group.setName(name);
        group.setType("back office");
        this.identity.saveGroup(group);
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        Authorization existing = this.authorizations.createAuthorizationQuery()
            .groupIdIn(role.group())
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
        Authorization right = (existing != null) ? existing
                : this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(role.group());
        right.setResource(resource);
        right.setResourceId(id);
        right.setPermissions(permissions);
        this.authorizations.saveAuthorization(right);
    }

}
