package org.shilian.epcis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One standard vocabulary of the Core Business Vocabulary 2.0 (§7) and its spellings: the bare word
 * {@code shipping}, the CURIE {@code cbv:BizStep-shipping}, the Web URI {@code
 * https://ref.gs1.org/cbv/BizStep-shipping} and the older URN {@code
 * urn:epcglobal:cbv:bizstep:shipping}. The vocabularies are open: a URI of any other namespace is a
 * value too.
 */
public final class Cbv {
  /** The namespace of the CBV's Web URIs. */
  static final String WEB = "https://ref.gs1.org/cbv/";

  /** The namespace of the GS1 Web Vocabulary, which measures and alerts are words of. */
  static final String VOC = "https://ref.gs1.org/voc/";

  /** Where the GS1 Web Vocabulary was when CBV 2.0 was written. */
  private static final String FORMER_VOC = "https://gs1.org/voc/";

  private static final String CURIE = "cbv:";
  private static final String URN = "urn:epcglobal:cbv:";

  /** Business steps, CBV 2.0 §7.1. */
  public static final Cbv BIZ_STEP =
      cbv(
          "business step",
          "BizStep-",
          "bizstep",
          "accepting arriving assembling collecting commissioning consigning creating_class_instance"
              + " cycle_counting decommissioning departing destroying disassembling dispensing encoding"
              + " entering_exiting holding inspecting installing killing loading other packing picking"
              + " receiving removing repackaging repairing replacing reserving retail_selling sampling"
              + " sensor_reporting shipping staging_outbound stock_taking stocking storing transporting"
              + " unloading unpacking void_shipping");

  /** Dispositions, CBV 2.0 §7.2. */
  public static final Cbv DISPOSITION =
      cbv(
          "disposition",
          "Disp-",
          "disp",
          "active available completeness_inferred completeness_verified conformant container_closed"
              + " container_open damaged destroyed dispensed disposed encoded expired in_progress"
              + " in_transit inactive mismatch_class mismatch_instance mismatch_quantity"
              + " needs_replacement no_pedigree_match non_conformant non_sellable_other"
              + " partially_dispensed recalled reserved retail_sold returned sellable_accessible"
              + " sellable_not_accessible stolen unavailable unknown");

  /** Business transaction types, CBV 2.0 §7.3. */
  public static final Cbv BIZ_TRANSACTION_TYPE =
      cbv(
          "business transaction type",
          "BTT-",
          "btt",
          "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt");

  /** Source and destination types, CBV 2.0 §7.4. */
  public static final Cbv SOURCE_DEST_TYPE =
      cbv("source or destination type", "SDT-", "sdt", "owning_party possessing_party location");

  /** Error reasons, CBV 2.0 §7.5. */
  public static final Cbv ERROR_REASON =
      cbv("error reason", "ER-", "er", "did_not_occur incorrect_data");

  /** Components of what a sensor measures, CBV 2.0 §7.8; too young to have a URN. */
  public static final Cbv COMPONENT =
      new Cbv(
          "component",
          List.of(WEB + "Comp-", CURIE + "Comp-"),
          /* closed= */ true,
          "x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting"
              + " northing latitude longitude altitude geocoordinate");

  /** Properties that a sensor measures, CBV 2.0 §7.6: words of the GS1 Web Vocabulary. */
  public static final Cbv MEASUREMENT_TYPE =
      voc(
          "measurement type",
          "AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Activity Altitude"
              + " AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration"
              + " AngularMomentum AngularVelocity Area Capacitance Conductance Conductivity Count"
              + " Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity"
              + " ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy"
              + " Exposure Force Frequency Illuminance Inductance Irradiance KinematicViscosity Length"
              + " LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux"
              + " MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate"
              + " MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume"
              + " Power Pressure RadiantFlux RadiantIntensity RelativeHumidity Resistance Resistivity"
              + " SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque"
              + " Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber");

  /** Alerts of a sensor, CBV 2.0 §7.7: words of the GS1 Web Vocabulary. */
  public static final Cbv SENSOR_ALERT_TYPE =
      voc("sensor alert type", "ALARM_CONDITION ERROR_CONDITION");

  private static final List<Cbv> WITH_URN =
      List.of(BIZ_STEP, DISPOSITION, BIZ_TRANSACTION_TYPE, SOURCE_DEST_TYPE, ERROR_REASON);

  private final String name;

  /** What the word follows in its Web URI, then in its other spellings. */
  private final List<String> prefixes;

  /** Whether its namespace is the CBV's, where only GS1 makes words. */
  private final boolean closed;

  private final Set<String> words;
  private final Map<String, String> webUris;

  private Cbv(String name, List<String> prefixes, boolean closed, String words) {
    this.name = name;
    this.prefixes = prefixes;
    this.closed = closed;
    this.words = Set.of(words.split(" ", -1));
    Map<String, String> uris = new HashMap<>();
    for (String word : this.words) {
      uris.put(word, prefixes.get(0) + word);
    }
    this.webUris = Map.copyOf(uris);
  }

  private static Cbv cbv(String name, String webLocal, String urnLocal, String words) {
    return new Cbv(
        name,
        List.of(WEB + webLocal, CURIE + webLocal, URN + urnLocal + ":"),
        /* closed= */ true,
        words);
  }

  private static Cbv voc(String name, String words) {
    return new Cbv(name, List.of(VOC, "gs1:", FORMER_VOC), /* closed= */ false, words);
  }

  /** The words of the standard. */
  public Set<String> words() {
    return words;
  }

  /**
   * The value as the model keeps it: the bare word for each spelling of a word of the standard, any
   * other URI as it is. Refuses a bare word that the standard does not have, and a URI in the CBV's
   * own namespace that is not one of these words: only GS1 makes words there.
   */
  String bareOrUri(Violations found, String field, String value) {
    if (words.contains(value)) {
      return value;
    }
    String word = local(value);
    if (word != null && words.contains(word)) {
      return word;
    }
    if ((closed && isOfGs1(value)) || !Checks.isUri(value)) {
      found.add(field, value, "must be a " + name + " of the CBV 2.0 or a URI");
    }
    return value;
  }

  private static boolean isOfGs1(String value) {
    return value.startsWith(WEB) || value.startsWith(CURIE) || value.startsWith(URN);
  }

  /** The bare word for each spelling of a word of the standard; anything else as it is. */
  String bare(String value) {
    String word = words.contains(value) ? null : local(value);
    return word != null && words.contains(word) ? word : value;
  }

  /** The Web URI for a value in any spelling; another URI comes back as it is. */
  String webUri(String value) {
    String known = webUris.get(value);
    if (known != null) {
      return known;
    }
    String word = local(value);
    return word == null ? value : prefixes.get(0) + word;
  }

  private @Nullable String local(String value) {
    for (String prefix : prefixes) {
      if (value.startsWith(prefix)) {
        return value.substring(prefix.length());
      }
    }
    return null;
  }

  /** The Web URI for a URN of any of the vocabularies; anything else comes back as it is. */
  static String webUriOfUrn(String value) {
    if (value.startsWith(URN)) {
      for (Cbv vocabulary : WITH_URN) {
        String urn = vocabulary.prefixes.get(2);
        if (value.startsWith(urn)) {
          return vocabulary.prefixes.get(0) + value.substring(urn.length());
        }
      }
    }
    return value;
  }
}
