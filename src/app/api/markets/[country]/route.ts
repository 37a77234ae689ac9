export { readMarket as GET } from "#/features/ordering/market-route";
