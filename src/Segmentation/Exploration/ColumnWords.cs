namespace Segmentation;

/// <summary>Words in a column's name that say what its numbers may be, in the languages that files come in.</summary>
internal static class ColumnWords
{
    private static readonly HashSet<string> Birth = NameWords.Set(
        "birth birthyear born yob dob birthday birthdate geburt geburtsjahr geburtsdatum geburtstag geboren jahrgang naissance nacimiento nascimento nascita geboorte geboortejaar geboortedatum urodzenia rocznik narozeni narodenia fodelse fodelsear fodselsar fodsel syntyma syntymavuosi syntymaaika dogum рождения народження γεννησης 生年 出生 生年月日 생년");

    private static readonly HashSet<string> Year = NameWords.Set("year yr jahr annee anno ano jaar rok ar vuosi yil an год рік 年 年份 년");

    private static readonly HashSet<string> Age = NameWords.Set(
        "age alter lebensalter edad eta idade leeftijd wiek vek alder ika yas varsta возраст вік ηλικια 年齢 年龄 年齡 나이");

    /// <summary>Words that may stand beside an age without making it another number than a person's years.</summary>
    private static readonly HashSet<string> BesideAge = NameWords.Set(
        "customer client member user person kunde kunden cliente du de del do des in of the years year yrs jahren jahre ans anos anni current at klienta klanten");

    private static readonly HashSet<string> Date = NameWords.Set(
        "date datum fecha data dato dt pvm paivamaara paiva tarih tarihi day since seit desde depuis dal sinds joined signup registered created updated opened expires started дата 日期 日付 날짜 timestamp time datetime");

    private static readonly HashSet<string> Codes = NameWords.Set(
        "region channel category type month weekday dayofweek department country state city town district province county sector source brand branch occupation job profession marital gender sex race ethnicity religion language industry warehouse method medium device browser plan kategorie typ monat wochentag abteilung land bundesland stadt bezirk kanal beruf familienstand geschlecht sprache branche filiale marke quelle geraet categorie mois pays ville canal metier sexe langue marque categoria tipo mes mese pais paese ciudad cidade citta estado provincia canale profesion profissao sexo sesso genero genere idioma marca maand categorie geslacht beroep taal kategoria miesiac kraj miasto kanal plec zawod mesic mesto pohlavi manad yrke kon maaned kjonn kuukausi maa kaupunki sukupuoli ammatti ay ulke sehir cinsiyet meslek kategori регион канал категория тип месяц страна город пол профессия 地域 地区 月 性別 性别 職業 职业 类别 渠道 国家 城市");

    private static readonly HashSet<string> Months = NameWords.Set("month monat mois mes mese maand miesiac mesic manad maaned kuukausi ay месяц 月");

    private static readonly HashSet<string> Percents = NameWords.Set("percent percentage pct perc prozent pourcent pourcentage porcentaje porcentagem percentuale procent prosentti yuzde процент");

    /// <summary>Words of a number that counts or measures, whatever else its name says.</summary>
    private static readonly HashSet<string> Measures = NameWords.Set(
        "number num count cnt n nb nr anzahl menge nombre numero numer liczba pocet antal antall lukumaara sayisi aantal число количество 数 total sum summe amount betrag montant importe valor value wert avg average mean mittel max min per pro par por purchases sales orders visits spend spending revenue umsatz price preis score rating rate index share income days day months weeks hours minutes duration length tenure balance debt limit");

    public static bool SayBirth(string name) => NameWords.Of(name).Any(Birth.Contains);

    public static bool SayYear(string name)
    {
        string[] words = NameWords.Of(name);
        return words.Any(word => Year.Contains(word) || Birth.Contains(word)) && !words.Any(Measures.Contains);
    }

    /// <summary>Whether the name says the years of a person: "Age", "Alter (Jahre)", not "Age of account" or "age in days".</summary>
    public static bool SayAge(string name)
    {
        string[] words = NameWords.Of(name);
        return words.Any(Age.Contains) && Array.TrueForAll(words, word => Age.Contains(word) || BesideAge.Contains(word));
    }

    /// <summary>Whether the name says a date, and not how many days or what amount since one.</summary>
    public static bool SayDate(string name)
    {
        string[] words = NameWords.Of(name);
        return words.Any(word => Date.Contains(word) || Birth.Contains(word)) && !words.Any(word => Measures.Contains(word) && !Date.Contains(word));
    }

    /// <summary>Whether the name says one of several kinds: its last word, or that of a phrase such as tipo de cliente.</summary>
    public static bool SayCode(string name)
    {
        string[] words = NameWords.Of(name);
        return words.Length > 0 && !words.Any(Measures.Contains)
            && (Codes.Contains(words[^1]) || (Codes.Contains(words[0]) && words.Skip(1).All(word => IdWords.Between.Contains(word) || IdWords.Customers.Contains(word))));
    }

    public static bool SayMonth(string name) => NameWords.Of(name).Any(Months.Contains);

    public static bool SayPercent(string name) => name.Contains('%', StringComparison.Ordinal) || NameWords.Of(name).Any(Percents.Contains);
}
