using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>Each row of triage.md 2, by answers and by words.</summary>
public sealed class FlagTableTests
{
    public static TheoryData<string, Disposition, string> ByAnswers => new()
    {
        { "anaphylaxis", Disposition.Emergency, "breathing" },
        { "anaphylaxis", Disposition.Emergency, "throat" },
        { "anaphylaxis", Disposition.Emergency, "swollen_face" },
        { "anaphylaxis", Disposition.Emergency, "faint hives" },
        { "skin_loss", Disposition.Emergency, "painful_blisters" },
        { "skin_loss", Disposition.Emergency, "skin_peel new_medicine" },
        { "skin_loss", Disposition.Emergency, "mouth_sores new_medicine" },
        { "medicine_rash", Disposition.SameDay, "new_medicine wide_rash fever" },
        { "medicine_rash", Disposition.Emergency, "new_medicine wide_rash fever unwell" },
        { "deep_infection", Disposition.Emergency, "pain_extreme" },
        { "deep_infection", Disposition.Emergency, "spread_hours" },
        { "deep_infection", Disposition.Emergency, "skin_black" },
        { "purple_spots", Disposition.Emergency, "purple_spots fever" },
        { "purple_spots", Disposition.Emergency, "purple_spots stiff_neck" },
        { "purple_spots", Disposition.SameDay, "purple_spots" },
        { "very_ill", Disposition.Emergency, "hard_to_wake" },
        { "very_ill", Disposition.Emergency, "confused fever" },
        { "after_injection", Disposition.Emergency, "injection sight" },
        { "after_injection", Disposition.Emergency, "injection droop" },
        { "after_injection", Disposition.SameDay, "injection pale_skin" },
        { "after_injection", Disposition.SameDay, "injection pain_strong" },
        { "bleeding", Disposition.Emergency, "bleeding_nonstop" },
        { "spot_bled", Disposition.Urgent, "bled" },
        { "procedure_bleeding", Disposition.SameDay, "procedure oozing" },
        { "procedure_infection", Disposition.SameDay, "wound_infected" },
        { "procedure_infection", Disposition.SameDay, "procedure fever" },
        { "procedure_infection", Disposition.Emergency, "wound_infected fever confused" },
        { "skin_infection", Disposition.SameDay, "hot_spreading" },
        { "skin_infection", Disposition.Emergency, "hot_spreading confused" },
        { "skin_infection", Disposition.Emergency, "hot_spreading near_eye eye_pain" },
        { "eczema_infection", Disposition.SameDay, "eczema clustered" },
        { "eczema_infection", Disposition.Emergency, "eczema clustered near_eye" },
        { "shingles", Disposition.SameDay, "shingles" },
        { "shingles", Disposition.SameDay, "shingles near_eye" },
        { "shingles", Disposition.Emergency, "shingles sight" },
        { "whole_skin", Disposition.SameDay, "whole_red" },
        { "whole_skin", Disposition.Emergency, "whole_red unwell" },
        { "ill_rash", Disposition.SameDay, "wide_rash fever" },
        { "ill_rash", Disposition.SameDay, "rash spread_fast" },
        { "new_blisters", Disposition.Urgent, "new_blisters" },
        { "bite", Disposition.Emergency, "snake_bite" },
        { "bite", Disposition.SameDay, "bad_bite" },
        { "burn", Disposition.Emergency, "bad_burn" },
        { "burn", Disposition.Emergency, "chemical_burn" },
        { "burn", Disposition.SameDay, "burn" },
        { "poison", Disposition.Emergency, "poison" },
        { "strong_medicine", Disposition.Emergency, "strong_medicine bad_headache" },
        { "strong_medicine", Disposition.Emergency, "strong_medicine belly_pain" },
        { "strong_medicine", Disposition.SameDay, "strong_medicine pregnant" },
        { "self_harm", Disposition.Emergency, "self_harm" },
        { "changing_spot", Disposition.Urgent, "spot_changed" },
        { "changing_spot", Disposition.Urgent, "nail_line" },
        { "changing_spot", Disposition.Urgent, "sole_spot" },
        { "fast_lump", Disposition.Urgent, "fast_lump" },
        { "slow_sore", Disposition.Urgent, "slow_sore sore_place" },
        { "may_not_wait", Disposition.SameDay, "may_not_wait" },
        { "young_baby", Disposition.Emergency, "young_baby fever" },
        { "young_baby", Disposition.SameDay, "young_baby wide_rash" },
    };

    [Theory, MemberData(nameof(ByAnswers))]
    public void Answers_raise_the_flag_of_the_row(string flag, Disposition tier, string yes)
    {
        var raised = Sheets.Answers(yes.Split(' '));

        Assert.Equal(tier, Assert.Single(raised.Flags, one => one.Code == flag).Disposition);
        Assert.True(raised.Disposition >= tier);
    }

    [Theory, MemberData(nameof(ByAnswers))]
    public void Not_sure_counts_as_much_as_yes(string flag, Disposition tier, string yes)
    {
        var sheet = new TriageSheet { Answers = yes.Split(' ').ToDictionary(id => id, _ => TriageAnswer.NotSure, StringComparer.Ordinal) };

        var expected = Sheets.Rules.Signs[yes.Split(' ')[0]].IsVague ? Disposition.Urgent : tier;
        Assert.Equal(expected, Assert.Single(Assess.Of(Sheets.Rules, sheet).Flags, one => one.Code == flag).Disposition);
    }

    [Theory, MemberData(nameof(ByAnswers))]
    public void No_raises_nothing(string flag, Disposition tier, string yes)
    {
        var sheet = new TriageSheet { Answers = yes.Split(' ').ToDictionary(id => id, _ => TriageAnswer.No, StringComparer.Ordinal) };

        var assessment = Assess.Of(Sheets.Rules, sheet);

        Assert.Equal(Disposition.Routine, assessment.Disposition);
        Assert.Empty(assessment.Flags);
        Assert.True(tier > Disposition.Routine && flag.Length > 0);
    }

    [Theory]
    [InlineData("anaphylaxis", "My throat is closing", "Se me cierra la garganta")]
    [InlineData("anaphylaxis", "hives and I feel faint", "ronchas y mareo")]
    [InlineData("skin_loss", "My skin is coming off in sheets", "Se me cae la piel a pedazos")]
    [InlineData("medicine_rash", "New medicine, wide rash and fever", "Medicina nueva, sarpullido y fiebre")]
    [InlineData("deep_infection", "The skin turned black and hurts", "La piel se puso negra y duele")]
    [InlineData("purple_spots", "Purple spots and a fever", "Manchas moradas y fiebre")]
    [InlineData("very_ill", "He is hard to wake up", "Cuesta despertarlo")]
    [InlineData("after_injection", "After filler my vision is blurry", "Después del relleno veo borroso")]
    [InlineData("bleeding", "The mole won't stop bleeding", "El lunar no para de sangrar")]
    [InlineData("procedure_bleeding", "The stitches ooze blood", "La herida rezuma sangre después de la cirugía")]
    [InlineData("procedure_infection", "Pus from my incision", "Sale pus de la herida")]
    [InlineData("skin_infection", "My leg is hot, red and swollen", "Tengo la pierna roja, caliente e hinchada")]
    [InlineData("eczema_infection", "Eczema with blisters and fever", "Eccema con ampollas y fiebre")]
    [InlineData("shingles", "Shingles near my eye", "Culebrilla cerca del ojo")]
    [InlineData("whole_skin", "My skin is red over my whole body", "Tengo todo el cuerpo rojo")]
    [InlineData("ill_rash", "Rash all over with fever", "Sarpullido por todo el cuerpo con fiebre")]
    [InlineData("new_blisters", "New blisters every few days", "Me siguen saliendo ampollas")]
    [InlineData("bite", "A rattlesnake bite", "Me mordió una serpiente")]
    [InlineData("burn", "I burned my face with hot oil", "Me quemé la cara con aceite hirviendo")]
    [InlineData("poison", "He drank bleach", "Se tomó veneno, está intoxicado")]
    [InlineData("strong_medicine", "Accutane and a severe headache", "Tomo isotretinoína y tengo dolor de cabeza muy fuerte")]
    [InlineData("self_harm", "I want to kill myself", "No quiero vivir")]
    [InlineData("changing_spot", "My mole changed", "Mi lunar cambió")]
    [InlineData("fast_lump", "A hard lump growing for weeks", "Un bulto duro que crece desde hace semanas")]
    [InlineData("slow_sore", "A sore on my nose that won't heal", "Una llaga en la nariz que no sana")]
    [InlineData("young_baby", "My newborn has a fever", "Mi recién nacido tiene fiebre")]
    public void Words_raise_the_flag_of_the_row_in_both_languages(string flag, string english, string spanish)
    {
        Assert.Contains(Sheets.Says(english, VisitFor.Child).Flags.Concat(Sheets.Says(english).Flags), raised => raised.Code == flag);
        Assert.Contains(Sheets.Says(spanish, VisitFor.Child).Flags.Concat(Sheets.Says(spanish).Flags), raised => raised.Code == flag);
    }

    [Fact]
    public void Every_flag_has_a_row_here()
    {
        var tested = ByAnswers.Select(row => row.Data.Item1).Append("sight_or_stroke").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Sheets.Rules.Flags.Select(flag => flag.Code).Where(code => !tested.Contains(code)));
        Assert.Equal(Disposition.Emergency, Sheets.Answers("blind").Disposition);
    }
}
