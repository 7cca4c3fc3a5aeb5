package org.kapok.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules run one way, and the modules that people embed stay small and pure. */
@AnalyzeClasses(packages = "org.kapok", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] EMBEDDED = {"org.kapok.core..", "org.kapok.projection..", "org.kapok.demand.."};

    @ArchTest
    private static final ArchRule MODULES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("core")
            .definedBy("org.kapok.core..")
            .layer("projection")
            .definedBy("org.kapok.projection..")
            .layer("demand")
            .definedBy("org.kapok.demand..")
            .layer("scenario")
            .definedBy("org.kapok.scenario..")
            .layer("report")
            .definedBy("org.kapok.report..")
            .layer("cli")
            .definedBy("org.kapok.cli..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("projection")
            .mayOnlyAccessLayers("core")
            .whereLayer("demand")
            .mayOnlyAccessLayers("core", "projection")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("core", "projection", "demand")
            .whereLayer("report")
            .mayOnlyAccessLayers("core", "projection", "demand", "scenario")
            .whereLayer("cli")
            .mayOnlyAccessLayers("core", "projection", "demand", "scenario", "report");

    /**
     * Siting alone needs a solver, which whoever does not use it leaves out; vector instructions are used where the JDK's own
     * module is there.
     */
    @ArchTest
    private static final ArchRule EMBEDDED_MODULES_NEED_FEW_LIBRARIES = classes()
            .that()
            .resideInAnyPackage(EMBEDDED)
            .and()
            .resideOutsideOfPackage("org.kapok.demand.siting")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "jdk.incubator.vector..",
                    "org.kapok.core..",
                    "org.kapok.projection..",
                    "org.kapok.demand..",
                    "org.apache.commons.math3..",
                    "org.slf4j.."));

    @ArchTest
    private static final ArchRule EMBEDDED_MODULES_NEITHER_READ_NOR_ROLL_DICE = noClasses()
            .that()
            .resideInAnyPackage(EMBEDDED)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.io..", "java.util.logging.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    private static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.kapok.(**)").should().beFreeOfCycles();
}
