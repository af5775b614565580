package no.bits.tls.workflow;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Shows people who read Norwegian the Norwegian names of processes, tasks and shared
 * filters, and what stands in diagrams, wherever the platform's applications get them
 * from the engine, which knows one name for each, the English one of the diagram.
 */
class NorwegianNames extends OncePerRequestFilter {

    private static final Set<String> NAMED = Set.of("name", "label", "description", "processDefinitionName",
            "definitionName", "activityName");

    private static final String DIAGRAM = "bpmn20Xml";

    private static final Pattern NAME = Pattern.compile("(?<= name=\")[^\"]+(?=\")");

    private final ObjectMapper json;

    private final EngineNames names;

    NorwegianNames(ObjectMapper json, EngineNames names) {
        this.json = json;
        this.names = names;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return DeskLanguage.of(request) != DeskLanguage.NORWEGIAN;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (isJson(answer)) {
            translate(answer);
        }
        answer.copyBodyToResponse();
    }

    private static boolean isJson(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && MimeType.valueOf(type).isCompatibleWith(MediaType.APPLICATION_JSON)
                || type != null && type.startsWith("application/hal+json");
    }

    private void translate(ContentCachingResponseWrapper answer) throws IOException {
        if (answer.getContentSize() > 0) {
            JsonNode tree = this.json.readTree(answer.getContentAsByteArray());
            rename(tree);
            answer.resetBuffer();
            this.json.writeValue(answer.getOutputStream(), tree);
        }
    }

    /** A diagram with its names in Norwegian. */
    private String drawn(String diagram) {
        return NAME.matcher(diagram)
            .replaceAll((name) -> Matcher.quoteReplacement(this.names.inNorwegian(name.group())));
    }

    private void rename(JsonNode tree) {
        if (tree instanceof ObjectNode node) {
            node.properties().forEach((field) -> {
                if (NAMED.contains(field.getKey()) && field.getValue().isTextual()) {
                    field.setValue(TextNode.valueOf(this.names.inNorwegian(field.getValue().asText())));
                }
                else if (field.getKey().equals(DIAGRAM)) {
                    field.setValue(TextNode.valueOf(drawn(field.getValue().asText())));
                }
            });
        }
        tree.forEach(this::rename);
    }

}
