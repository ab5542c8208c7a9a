package org.shilian.registry.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operator as it is answered; a trading partner's licences and whereabouts are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Operator", examples = OperatorExamples.ONE)
public record OperatorView(
    @Schema(description = "统一社会信用代码, GB 32100") String uscc,
    String name,
    @Schema(enumeration = {"producer", "distributor", "caterer"}) String role,
    @Schema(description = "GB/T 2260, 6 digits, or 9 with the township") String region,
    @Schema(description = "Whether it faces the consumer") boolean terminal,
    @Nullable List<Licence> licences,
    @Nullable String gln,
    @Nullable String address,
    @Nullable String contact) {}
