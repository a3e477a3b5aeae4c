namespace Segmentation.Tests;

public sealed class IdNamesTests
{
    [Theory]
    [InlineData("CustomerID")]
    [InlineData("client no")]
    [InlineData("Member Number")]
    [InlineData("cust_key")]
    [InlineData("Kundennummer")]
    [InlineData("Kunden-Nr.")]
    [InlineData("KdNr")]
    [InlineData("Mitgliedsnummer")]
    [InlineData("Kunden_ID")]
    [InlineData("numéro client")]
    [InlineData("N° client")]
    [InlineData("Code client")]
    [InlineData("identifiant_client")]
    [InlineData("numero_cliente")]
    [InlineData("código cliente")]
    [InlineData("Nº de cliente")]
    [InlineData("cliente_id")]
    [InlineData("ID_Cliente")]
    [InlineData("Codice Cliente")]
    [InlineData("código do cliente")]
    [InlineData("klantnummer")]
    [InlineData("Klant nr")]
    [InlineData("numer klienta")]
    [InlineData("ID klienta")]
    [InlineData("číslo zákazníka")]
    [InlineData("kundnummer")]
    [InlineData("Kundenummer")]
    [InlineData("medlemsnummer")]
    [InlineData("asiakasnumero")]
    [InlineData("Asiakastunnus")]
    [InlineData("müşteri no")]
    [InlineData("Müşteri Numarası")]
    [InlineData("ügyfélszám")]
    [InlineData("номер клиента")]
    [InlineData("Код клиента")]
    [InlineData("номер клієнта")]
    [InlineData("κωδικός πελάτη")]
    [InlineData("顧客ID")]
    [InlineData("顧客コード")]
    [InlineData("会員番号")]
    [InlineData("客户编号")]
    [InlineData("客戶編號")]
    [InlineData("고객번호")]
    [InlineData("رقم العميل")]
    [InlineData("mã khách hàng")]
    [InlineData("id pelanggan")]
    [InlineData("ID")]
    public void IsCustomer_NamesOfTheirIds_AreIdsThatComeFirst(string name)
    {
        Assert.True(IdNames.IsCustomer(name));
        Assert.True(IdNames.IsId(name));
        Assert.Equal(0, IdNames.Rank(name));
    }

    [Theory]
    [InlineData("InvoiceNo")]
    [InlineData("Shop ID")]
    [InlineData("Bestellnr")]
    [InlineData("Rechnungsnummer")]
    [InlineData("numéro de commande")]
    [InlineData("numero pedido")]
    [InlineData("номер заказа")]
    [InlineData("订单号")]
    public void IsId_IdsOfOtherThings_AreNotThoseOfCustomers(string name)
    {
        Assert.True(IdNames.IsId(name));
        Assert.False(IdNames.IsCustomer(name));
    }

    [Theory]
    [InlineData("Number of orders")]
    [InlineData("Number of customers")]
    [InlineData("Number of customer visits")]
    [InlineData("num_orders")]
    [InlineData("num order")]
    [InlineData("NumOfProducts")]
    [InlineData("Anzahl Kunden")]
    [InlineData("Anzahl Bestellungen")]
    [InlineData("Kundenwert")]
    [InlineData("Kundenalter")]
    [InlineData("nombre de clients")]
    [InlineData("numero clienti")]
    [InlineData("número de pedidos")]
    [InlineData("liczba zamówień")]
    [InlineData("antal ordrer")]
    [InlineData("число клиентов")]
    [InlineData("Customer age")]
    [InlineData("Paid")]
    [InlineData("Casino")]
    [InlineData("Piano")]
    [InlineData("Member (yes/no)")]
    [InlineData("顧客数")]
    [InlineData("Hausnummer")]
    public void IsId_CountsAndMeasures_AreNone(string name)
    {
        Assert.False(IdNames.IsId(name));
    }

    [Theory]
    [InlineData("PLZ")]
    [InlineData("zip_code")]
    [InlineData("Postleitzahl")]
    [InlineData("Code postal")]
    [InlineData("código postal")]
    [InlineData("Kod pocztowy")]
    [InlineData("Postnummer")]
    [InlineData("индекс")]
    [InlineData("邮编")]
    public void IsPostcode_NamesOfPostcodes_AreCodesAndNoIdsOfCustomers(string name)
    {
        Assert.True(IdNames.IsPostcode(name));
        Assert.True(IdNames.IsCode(name));
        Assert.False(IdNames.IsCustomer(name));
    }

    [Fact]
    public void Read_IdsThatRepeat_StayIdsAndBecomeNoFeature()
    {
        CustomerTable table = Csv.Read("Kundennummer;Umsatz\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 4};{i * i}\n")));

        Assert.Equal(ColumnKind.Id, table["Kundennummer"].Kind);
        Assert.Equal(["Umsatz"], new Preprocessor().Fit(table).FeatureNames);
    }

    [Fact]
    public void Read_IdsOfCustomersAndOfOrdersThatAreAllDifferent_TakesTheCustomers()
    {
        Assert.Equal("client_id", Csv.Read("OrderID,client_id,x\n1,7,2.5\n2,8,3.5\n").Id!.Name);
    }
}
