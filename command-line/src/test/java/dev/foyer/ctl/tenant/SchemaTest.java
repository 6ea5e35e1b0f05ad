package dev.foyer.ctl.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.ctl.client.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What editors are told of a tenant's file. */
class SchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Sections.schema());

    @Test
    void anExportFitsIt() {
        String file = TenantFile.write(
                "contoso.com",
                Json.parse("""
                        {"pinLength":5,"phoneSafePins":false,"administratorsMayResetOwnPin":false,"pinMail":"CLEAR",
                         "automaticallySendEmailsToUsers":true,"emailSwitches":{"welcome":true},"sendEmailFromOverride":false,
                         "allowPstnOnlyMeetingsByDefault":false,"lobbyAdmission":"AUTOMATIC","entryExitAnnouncements":"OFF",
                         "nameRecording":true,"maskCallerNumbers":"EXTERNAL","reasons":"REQUIRED","reasonPattern":"INC[0-9]{7}","defaultLanguage":"en",
                         "serviceNumbers":[{"number":"+14255550100","type":"TOLL","languages":["en"]}]}"""),
                Json.parse(
                        "{\"items\":[{\"id\":\"w\",\"url\":\"https://a.example/\",\"types\":[\"x\"],\"status\":\"PAUSED\"}]}"));
        assertEquals(List.of(), SCHEMA.validate(file, InputFormat.YAML));
    }

    @Test
    void aMisprintDoesNot() {
        assertFalse(SCHEMA.validate("tenant: contoso.com\nsettings: {nameRecordin: true}", InputFormat.YAML)
                .isEmpty());
    }
}
