namespace DermSchedule.Web.Ui;

/// <summary>What the step about the concern says beside its questions: places on the body.</summary>
public sealed partial class Texts
{
    public string AreasWhere => Say("Where is it?", "¿Dónde está?");

    public string AreasAllThatFit => Say("Choose all that fit", "Elija todo lo que corresponda");

    /// <summary>A place on the body by its code; an unknown one is nobody's.</summary>
    public string Area(string area) => area switch
    {
        "head" => Say("Scalp", "Cuero cabelludo"),
        "face" => Say("Face", "Cara"),
        "eye_area" => Say("Eyes", "Ojos"),
        "nose" => Say("Nose", "Nariz"),
        "ear" => Say("Ear", "Oreja"),
        "lip" => Say("Lip", "Labio"),
        "mouth" => Say("Mouth", "Boca"),
        "neck" => Say("Neck", "Cuello"),
        "chest" => Say("Chest", "Pecho"),
        "belly" => Say("Belly", "Vientre"),
        "back" => Say("Back or buttocks", "Espalda o glúteos"),
        "arms" => Say("Arms", "Brazos"),
        "hands" => Say("Hands", "Manos"),
        "genitals" => Say("Private parts", "Partes íntimas"),
        "legs" => Say("Legs", "Piernas"),
        "feet" => Say("Feet", "Pies"),
        "nails" => Say("Nails", "Uñas"),
        _ => Say("All over", "Todo el cuerpo"),
    };
}
